package kz.jolkarta.core.internal.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** The node's jobs, with the kinds of all bundles as they come and go. */
@Component(service = Jobs.class, immediate = true)
public final class JobService implements Jobs {
    private final JobBoard board;
    private final ServiceTracker<JobKind, JobKind> kinds;
    private final ExecutorService opening =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "jolkarta-job-kinds"));

    @Activate
    public JobService(
            BundleContext context, @Reference Database database, @Reference Users users, @Reference OfficeClock clock) {
        board = new JobBoard(new JobStore(database), users, clock, nodeName(context));
        kinds = new ServiceTracker<>(context, JobKind.class, null) {
            @Override
            public JobKind addingService(ServiceReference<JobKind> reference) {
                JobKind kind = super.addingService(reference);
                if (kind != null) {
                    board.add(kind);
                }
                return kind;
            }

            @Override
            public void removedService(ServiceReference<JobKind> reference, JobKind kind) {
                board.remove(kind);
                super.removedService(reference, kind);
            }
        };
        // On a thread of its own: a kind mostly needs this very service, which is there only when this constructor has
        // ended.
        opening.execute(kinds::open);
    }

    /** Kept in the data folder, so that a node knows its own jobs again after a crash. */
    private static String nodeName(BundleContext context) {
        String folder = context.getProperty("jolkarta.data");
        Path file = Path.of(folder == null ? "data" : folder).resolve("node-id");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, UUID.randomUUID() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The node's name cannot be kept in " + file, e);
        }
    }

    @Deactivate
    void close() {
        opening.shutdown();
        kinds.close();
        board.close();
    }

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        return board.submit(tx, owner, kind, territory, params);
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return board.find(user, id);
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return board.list(user, kind, limit);
    }

    @Override
    public Optional<Message> failure(Job job) {
        return board.failure(job);
    }

    @Override
    public String page(Job job) {
        return board.page(job);
    }

    @Override
    public void cancel(User user, long id) {
        board.cancel(user, id);
    }
}
