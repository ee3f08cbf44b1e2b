package kz.jolkarta.registry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.registry.imports.Imports;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the demonstration data in the background of a node that was started with the property {@code jolkarta.demo=true}, and tells the health check how
 * far it is. When it is finished the file {@code demo.done} lies in the data folder.
 */
@Component(service = HealthCheck.class, immediate = true)
public final class DemoLoader implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final List<String> MEASURES = List.of("technoparks", "health-camps", "information-support");
    /** Measures come up after the registry; those that are not installed are not waited for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration IMPORT = Duration.ofMinutes(10);

    private final Measures measures;
    private final Imports imports;
    private final Jobs jobs;
    private final DemoData data;
    private final Thread thread;
    private volatile Health health = new Health(State.UP, "none");

    @Activate
    public DemoLoader(
            @Reference Ledger ledger, @Reference Audit audit, @Reference Imports imports, @Reference Jobs jobs) {
        this.measures = ledger.measures();
        this.imports = imports;
        this.jobs = jobs;
        this.data = new DemoData(ledger, audit, this::children);
        this.thread = new Thread(this::run, "jolkarta-demo");
        thread.setDaemon(true);
        if (Boolean.getBoolean("jolkarta.demo")) {
            health = new Health(State.UP, "loading");
            thread.start();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(10).toMillis());
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Health check() {
        return health;
    }

    private void run() {
        try {
            ChildList.until(
                    PATIENCE,
                    () -> MEASURES.stream().allMatch(m -> measures.find(m).isPresent()) ? 1 : -1);
            data.load();
            finished();
            health = new Health(State.UP, "done");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError failure) {
            health = new Health(State.WARNING, "failed");
            LOG.error("The demonstration data were not loaded; the next start tries again", failure);
        }
    }

    private static void finished() {
        String folder = System.getProperty("jolkarta.data", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.writeString(Path.of(folder, "demo.done"), "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Brings the list in once; a second time would change nothing either. */
    private long children() throws InterruptedException {
        User user = User.system();
        // An import that a stopped node had begun goes on by itself; one that failed is begun anew.
        long batch = data.database().call(tx -> DemoStore.batches(tx, ChildList.FILE)).stream()
                .filter(id -> !state(user, id).ended() || state(user, id) == Job.State.DONE)
                .findFirst()
                .orElseGet(() -> start(user));
        ChildList.until(IMPORT, () -> state(user, batch).ended() ? 1 : -1);
        if (state(user, batch) != Job.State.DONE) {
            throw new IllegalStateException("the import " + batch + " of the demonstration is " + state(user, batch));
        }
        return batch;
    }

    private Job.State state(User user, long job) {
        return jobs.find(user, job).map(Job::state).orElseThrow();
    }

    private long start(User user) {
        try (InputStream file = DemoLoader.class.getResourceAsStream("/demo/" + ChildList.FILE)) {
            return imports.start(user, file, ChildList.FILE, false, Map.of(), DemoScene.REGION);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
