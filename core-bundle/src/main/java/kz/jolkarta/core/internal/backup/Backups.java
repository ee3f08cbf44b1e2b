package kz.jolkarta.core.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.http.HealthCheck;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's part in its backups: the copy of the embedded database, the entry in the trail, and the warning when none was made for long. The start script
 * seals and writes the file, so that the node never has its key.
 */
@Component(
        service = {Backups.class, HealthCheck.class},
        immediate = true,
        configurationPid = "kz.jolkarta.backup")
@Designate(ocd = Backups.Config.class)
public final class Backups implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String KIND = "backup";
    /** Below the data folder; the start script takes the copy from there and deletes it. */
    private static final String WORK = "backup.tmp";
    /** What was done while the node stood still: {@code backup MOMENT} or {@code restore MOMENT}, one a line. */
    private static final String UNTOLD = "backup.untold";

    @ObjectClassDefinition(name = "Jolkarta backups")
    @interface Config {
        @AttributeDefinition(
                description = "After how many days without a backup the health of the node warns; 0 for never")
        int days() default 7;
    }

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Path data;
    private final int days;
    private final BackupStore store = new BackupStore();
    private final ReentrantLock copying = new ReentrantLock();
    private volatile Optional<Instant> begun = Optional.empty();

    @Activate
    public Backups(
            BundleContext context,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            Config config) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("jolkarta.data"))
                        .orElse("data")),
                database,
                audit,
                clock,
                config.days());
    }

    /** @param days after how many without a backup the health warns; 0 for never */
    public Backups(Path data, Database database, Audit audit, OfficeClock clock, int days) {
        this.data = data;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
        tell();
    }

    /** Writes into the trail what was done while the node stood still. */
    private void tell() {
        Path file = data.resolve(UNTOLD);
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<Audit.Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Audit.Action action = line.startsWith("restore ") ? Audit.Action.IMPORT : Audit.Action.EXPORT;
                entries.add(new Audit.Entry(action, KIND, 0, "", line.substring(line.indexOf(' ') + 1)));
            }
            database.run(tx -> audit.record(tx, User.system(), entries));
            Files.delete(file);
        } catch (IOException | RuntimeException later) {
            LOG.warn("What was done with backups while the node stood still is told at the next start", later);
        }
    }

    /**
     * Begins a backup: notes it in the trail and, of an embedded database, makes the copy.
     *
     * @return whether there is a copy; a database server is copied with its own programs
     * @throws Problem CONFLICT when another one is being made
     */
    public boolean copy(User user) {
        if (!copying.tryLock()) {
            throw Problem.conflict("shell.backup-busy");
        }
        try {
            database.run(tx -> audit.record(tx, user, new Audit.Entry(Audit.Action.EXPORT, KIND, 0, "", "")));
            if (database.engine() != Engine.DERBY) {
                return false;
            }
            Path work = data.resolve(WORK);
            delete(work);
            Files.createDirectory(work);
            database.run(tx -> store.copy(tx, work));
            return true;
        } catch (IOException full) {
            throw new UncheckedIOException("The data folder cannot take the copy for a backup", full);
        } finally {
            copying.unlock();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(folder)) {
                all = found.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }

    /** The last one; empty before the first. */
    public Optional<LastBackup> last() {
        return LastBackup.of(data);
    }

    /** How old the last one is; empty before the first. */
    public Optional<Duration> age() {
        return last().map(backup -> Duration.between(backup.moment(), clock.now()));
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Health check() {
        Optional<Duration> age = age();
        Duration without = age.orElseGet(() -> Duration.between(begun(), clock.now()));
        if (days <= 0 || without.compareTo(Duration.ofDays(days)) <= 0) {
            return Health.up();
        }
        return new Health(
                State.WARNING,
                age.isPresent() ? "the last one is " + without.toDays() + " days old" : "none was ever made");
    }

    /** When the records of the node begin: before that nothing could be lost. */
    private Instant begun() {
        if (begun.isEmpty()) {
            begun = Optional.of(database.read(store::begun));
        }
        return begun.get();
    }
}
