package kz.jolkarta.core.internal.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Engine;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derby inside the node's own process. */
final class DerbySource implements ConnectionSource {
    private static final Logger LOG = LoggerFactory.getLogger(DerbySource.class);
    /** A full disk makes every statement fail; the engine is not started anew for each of them. */
    private static final long BETWEEN_RESTARTS = TimeUnit.SECONDS.toNanos(2);

    /** How long after a failure a thread may still meet the interrupt it was sent. */
    private static final long INTERRUPTS = TimeUnit.SECONDS.toNanos(30);

    private final EmbeddedDriver driver;
    private final String url;
    private final boolean inMemory;
    private volatile long restarted = System.nanoTime() - INTERRUPTS;
    private volatile long failed = System.nanoTime() - INTERRUPTS;

    private DerbySource(EmbeddedDriver driver, String url, boolean inMemory) {
        this.driver = driver;
        this.url = url;
        this.inMemory = inMemory;
    }

    /**
     * The database in the folder {@code db} below the given one; made when there is none.
     *
     * @throws SQLException when it cannot be opened, e.g. since another process has it open
     */
    static DerbySource inFolder(Path data) throws SQLException {
        try {
            Files.createDirectories(data);
            EmbeddedDriver driver = driver(data.resolve("derby.log"));
            Path home = data.resolve("db");
            if (Files.notExists(home)) {
                create(driver, data.resolve("db.tmp"), home);
            }
            DerbySource source = new DerbySource(driver, "jdbc:derby:" + home.toAbsolutePath(), false);
            source.connection().close();
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " cannot be written", e);
        }
    }

    /** A database that lives as long as the process, for tests. */
    static DerbySource inMemory(String name, Path log) throws SQLException {
        EmbeddedDriver driver = driver(log);
        String url = "jdbc:derby:memory:" + name;
        connect(driver, url + ";create=true").close();
        return new DerbySource(driver, url, true);
    }

    /** A database whose making was cut short never opens again, so it is made aside and gets its name when it is whole. */
    private static void create(EmbeddedDriver driver, Path aside, Path home) throws SQLException, IOException {
        if (Files.exists(aside)) {
            LOG.info("Removing the remains of a database that was not finished");
            delete(aside);
        }
        String url = "jdbc:derby:" + aside.toAbsolutePath();
        connect(driver, url + ";create=true").close();
        shutdown(driver, url);
        Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> all = Files.walk(folder)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }

    /** The engine reads its settings once, when its driver is first made in the process. */
    private static EmbeddedDriver driver(Path log) {
        setting("derby.stream.error.file", log.toAbsolutePath().toString());
        // A deadlock has to be recognised before its victims are taken for merely slow.
        setting("derby.locks.deadlockTimeout", "2");
        setting("derby.locks.waitTimeout", "10");
        setting(
                "derby.storage.pageCacheSize",
                String.valueOf(pages(Runtime.getRuntime().maxMemory())));
        setting("derby.language.statementCache.size", "500");
        // Plans follow the tables as they grow, instead of staying those of the empty ones.
        setting("derby.language.stalePlanCheckInterval", "10");
        // Ids are already taken in blocks of a thousand.
        setting("derby.language.sequence.preallocator", "1");
        return new EmbeddedDriver();
    }

    /**
     * A fifth of the memory for pages of 4 KB, so that a pass over a hundred thousand children does not read their tables anew. With what the engine keeps
     * beside its rows a page takes 12 KB and more.
     */
    private static long pages(long memory) {
        return Math.max(4000, Math.min(64_000, memory / 5 / 12_288));
    }

    private static void setting(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static Connection connect(EmbeddedDriver driver, String url) throws SQLException {
        Connection connection = driver.connect(url, new Properties());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void shutdown(EmbeddedDriver driver, String url) {
        end(driver, url + ";shutdown=true");
    }

    /** Derby reports the success of a shutdown as an exception. */
    private static void end(EmbeddedDriver driver, String url) {
        try (Connection none = driver.connect(url, new Properties())) {
            LOG.warn("The database is still open: {}", none);
        } catch (SQLException e) {
            if (!SqlFailure.state(e).equals("08006") && !SqlFailure.state(e).equals("XJ004")) {
                LOG.warn("Closing the database: {} {}", e.getSQLState(), e.getMessage());
            }
        }
    }

    @Override
    public Engine engine() {
        return Engine.DERBY;
    }

    @Override
    public Connection connection() throws SQLException {
        Connection connection = connect(driver, url);
        if (connection.isReadOnly()) {
            // On a full disk Derby starts all the same, but for reading only, and would stay so.
            connection.close();
            throw new SQLNonTransientConnectionException(
                    "the database can only be read, its disk is full or protected", "08006");
        }
        return connection;
    }

    @Override
    public synchronized boolean mend(SQLException failure) {
        if (inMemory || !SqlFailure.unreachable(failure)) {
            return false;
        }
        failed = System.nanoTime();
        Thread.interrupted();
        if (System.nanoTime() - restarted < BETWEEN_RESTARTS) {
            return false;
        }
        LOG.error("The database stopped working ({}), it is started anew", SqlFailure.state(failure), failure);
        shutdown(driver, url);
        restarted = System.nanoTime();
        return true;
    }

    /** Derby interrupts the threads that are inside it when it stops; the interrupt would end their next attempt as well. */
    @Override
    public boolean interruptedThreads() {
        return System.nanoTime() - failed < INTERRUPTS;
    }

    @Override
    public void close() {
        if (inMemory) {
            end(driver, url + ";drop=true");
        } else {
            shutdown(driver, url);
        }
    }
}
