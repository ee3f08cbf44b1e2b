package kz.jolkarta.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.core.internal.db.Storage;

/**
 * A fresh, real database with the kernel's tables. Mostly had by {@link BothEngines} as a parameter; a bundle adds its own tables
 * with {@link #migrations()}.
 */
public final class TestDatabase implements Database, AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Storage.Limits LIMITS = new Storage.Limits(20, 60);
    private static final FixedClock CLOCK = FixedClock.at("2026-03-02");

    private final Storage storage;

    private TestDatabase(Storage storage) {
        this.storage = storage;
    }

    /** Derby in memory. */
    public static TestDatabase derby() {
        try {
            Path log = Path.of("target", "derby.log");
            Files.createDirectories(log.toAbsolutePath().getParent());
            String name = "test" + NUMBER.incrementAndGet();
            return new TestDatabase(Storage.derbyInMemory(name, log, LIMITS, CLOCK));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A schema of its own in a PostgreSQL that is started for the tests.
     *
     * @throws IllegalStateException when PostgreSQL is not installed
     */
    public static TestDatabase postgresql() {
        PostgresServer server = PostgresServer.running();
        String schema = "test" + NUMBER.incrementAndGet();
        server.createSchema(schema);
        return new TestDatabase(
                Storage.postgresql(server.url(), server.user(), "", Optional.of(schema), LIMITS, CLOCK));
    }

    public static TestDatabase of(Engine engine) {
        return engine == Engine.DERBY ? derby() : postgresql();
    }

    public Migrations migrations() {
        return storage.migrations();
    }

    /** The very database under test, where a fake would hide what SQL does. */
    public Database database() {
        return storage.database();
    }

    /** Empties tables, in the order given: those that refer to others first. */
    public void clear(String... tables) {
        run(tx -> {
            for (String table : tables) {
                tx.update("delete from " + table, Map.of());
            }
        });
    }

    @Override
    public Engine engine() {
        return storage.database().engine();
    }

    @Override
    public <T> T call(Work<T> work) {
        return storage.database().call(work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return storage.database().read(work);
    }

    @Override
    public long changes() {
        return database().changes();
    }

    @Override
    public long nextId() {
        return storage.database().nextId();
    }

    @Override
    public void close() {
        storage.close();
    }
}
