package kz.jolkarta.core.internal.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.core.time.OfficeClock;

/** An open database with the kernel's own tables in it. */
public final class Storage implements AutoCloseable {
    /** The scripts of the kernel, in order. */
    private static final String[] KERNEL = {
        "V001__kernel.sql",
        "V002__access.sql",
        "V003__declarations.sql",
        "V004__schools.sql",
        "V005__second_factor.sql",
        "V006__changes.sql",
        "V007__newest.sql"
    };

    private final JdbcDatabase database;
    private final Migrations migrations;
    private final Statistics statistics;

    /**
     * @param connections most connections at once
     * @param seconds time-out of one statement
     */
    public record Limits(int connections, int seconds) {
        public Limits {
            if (connections < 2 || seconds < 1) {
                throw new IllegalArgumentException("a database needs 2 connections and 1 second at least");
            }
        }
    }

    private Storage(ConnectionSource source, Limits limits, OfficeClock clock) {
        migrations = new ScriptRunner(source, clock);
        try {
            migrations.apply("core", Storage.class, KERNEL);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        database = new JdbcDatabase(source, limits.connections(), limits.seconds());
        statistics = new Statistics(source);
    }

    /** Derby in the folder {@code db} below the given one. */
    public static Storage derby(Path data, Limits limits, OfficeClock clock) throws SQLException {
        Storage storage = new Storage(DerbySource.inFolder(data), limits, clock);
        storage.statistics.keep();
        return storage;
    }

    /** Derby in memory, gone with {@link #close()}; for tests. */
    public static Storage derbyInMemory(String name, Path log, Limits limits, OfficeClock clock) throws SQLException {
        return new Storage(DerbySource.inMemory(name, log), limits, clock);
    }

    /** PostgreSQL; {@code schema} where the tables do not lie in the user's default one. */
    public static Storage postgresql(
            String url, String user, String password, Optional<String> schema, Limits limits, OfficeClock clock) {
        return new Storage(new PostgresSource(url, user, password, schema), limits, clock);
    }

    public Database database() {
        return database;
    }

    public Migrations migrations() {
        return migrations;
    }

    @Override
    public void close() {
        statistics.close();
        database.close();
    }
}
