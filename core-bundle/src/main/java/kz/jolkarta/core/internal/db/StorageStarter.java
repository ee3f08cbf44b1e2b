package kz.jolkarta.core.internal.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the configured database and offers it as a service as soon as it answers: a node that starts before its database server
 * waits for it, and everything that needs tables waits for the service.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "kz.jolkarta.database")
@Designate(ocd = StorageStarter.Config.class)
public final class StorageStarter {
    private static final Logger LOG = LoggerFactory.getLogger(StorageStarter.class);
    private static final long BETWEEN_ATTEMPTS_SECONDS = 2;

    @ObjectClassDefinition(name = "Jolkarta database")
    @interface Config {
        @AttributeDefinition(
                description = "JDBC address of a PostgreSQL server; empty for the embedded Derby in the data folder")
        String url() default "";

        String user() default "jolkarta";

        @AttributeDefinition(description = "File whose first line is the password; readable by the node's user only")
        String passwordFile() default "";

        @AttributeDefinition(description = "Most connections at once, 2 at least")
        int connections() default 16;

        @AttributeDefinition(description = "Time-out of one statement in seconds; migrations have none")
        int statementSeconds() default 60;
    }

    private final BundleContext bundle;
    private final OfficeClock clock;
    private final Config config;
    private final Path data;
    private final ScheduledExecutorService attempts =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "jolkarta-database-start"));
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private Optional<Storage> storage = Optional.empty();
    private boolean stopped;

    @Activate
    public StorageStarter(BundleContext bundle, @Reference OfficeClock clock, Config config) {
        this.bundle = bundle;
        this.clock = clock;
        this.config = config;
        String folder = bundle.getProperty("jolkarta.data");
        this.data = Path.of(folder == null ? "data" : folder);
        attempts.execute(this::attempt);
    }

    private void attempt() {
        try {
            offer(open());
        } catch (SQLException | Problem | IllegalStateException | UncheckedIOException e) {
            LOG.error("The database cannot be opened, trying again every {} s", BETWEEN_ATTEMPTS_SECONDS, e);
            synchronized (this) {
                if (!stopped) {
                    attempts.schedule(this::attempt, BETWEEN_ATTEMPTS_SECONDS, TimeUnit.SECONDS);
                }
            }
        }
    }

    private Storage open() throws SQLException {
        Storage.Limits limits = new Storage.Limits(config.connections(), config.statementSeconds());
        if (config.url().isBlank()) {
            return Storage.derby(data, limits, clock);
        }
        return Storage.postgresql(config.url(), config.user(), password(), Optional.empty(), limits, clock);
    }

    private String password() {
        if (config.passwordFile().isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(config.passwordFile()))
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("The password file of the database cannot be read", e);
        }
    }

    private synchronized void offer(Storage opened) {
        if (stopped) {
            opened.close();
            return;
        }
        storage = Optional.of(opened);
        LOG.info("The database is open: {}", opened.database().engine());
        registrations.add(bundle.registerService(Migrations.class, opened.migrations(), null));
        registrations.add(bundle.registerService(Database.class, opened.database(), null));
    }

    @Deactivate
    void close() {
        List<ServiceRegistration<?>> offered;
        synchronized (this) {
            stopped = true;
            offered = List.copyOf(registrations);
        }
        attempts.shutdown();
        // Outside the lock: whoever uses the services is deactivated in these calls, and may still write.
        offered.forEach(ServiceRegistration::unregister);
        synchronized (this) {
            storage.ifPresent(Storage::close);
        }
    }
}
