package kz.jolkarta.core.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kz.jolkarta.core.db.Migrations;
import kz.jolkarta.core.time.OfficeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies scripts one at a time: whoever holds the lock's row, on a connection of its own, applies; everybody else waits and then
 * finds the scripts applied. A process that dies gives the row back, and its unfinished script with it.
 */
public final class ScriptRunner implements Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE = Duration.ofMillis(200).toNanos();
    private static final Set<String> EXISTS_ALREADY = Set.of("X0Y32", "42P07", "42710", "23505");

    private final ConnectionSource source;
    private final OfficeClock clock;

    ScriptRunner(ConnectionSource source, OfficeClock clock) {
        this.source = source;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Work {
        void in(JdbcTx tx);
    }

    @Override
    public void apply(String bundle, Class<?> anchor, String... names) {
        List<Script> scripts = IntStream.range(0, names.length)
                .mapToObj(i -> Script.read(anchor, i + 1, names[i]))
                .toList();
        apply(bundle, scripts);
    }

    void apply(String bundle, List<Script> scripts) {
        createIfAbsent(
                "create table schema_history (bundle varchar(60) not null, version integer not null, name varchar(100) not null,"
                        + " checksum varchar(64) not null, applied_at timestamp not null, primary key (bundle, version))");
        createIfAbsent("create table schema_lock (id integer not null primary key, bundle varchar(60) not null)");
        createIfAbsent("insert into schema_lock (id, bundle) values (1, '')");
        patiently(lock -> {
            lock.update("update schema_lock set bundle = :bundle where id = 1", Map.of("bundle", bundle));
            applyMissing(bundle, scripts);
        });
    }

    private void applyMissing(String bundle, List<Script> scripts) {
        List<String> applied = transaction(tx -> tx.list(
                "select version, checksum from schema_history where bundle = :bundle order by version",
                Map.of("bundle", bundle),
                row -> row.text("checksum")));
        if (applied.size() > scripts.size()) {
            throw new IllegalStateException("The database holds " + applied.size() + " scripts of " + bundle
                    + ", this version brings only " + scripts.size() + ": an older version may not run on it");
        }
        for (Script script : scripts) {
            if (script.version() > applied.size()) {
                transaction(tx -> run(tx, bundle, script));
                LOG.info("Applied {} of {}", script.name(), bundle);
            } else if (!applied.get(script.version() - 1).equals(script.checksum())) {
                throw new IllegalStateException(
                        "The script " + script.name() + " of " + bundle + " was changed after it had been applied");
            }
        }
    }

    private int run(JdbcTx tx, String bundle, Script script) {
        for (String statement : script.statements(source.engine())) {
            tx.execute(statement);
        }
        return tx.update(
                "insert into schema_history (bundle, version, name, checksum, applied_at) values (:bundle, :version, :name, :checksum, :now)",
                Map.of(
                        "bundle", bundle,
                        "version", script.version(),
                        "name", script.name(),
                        "checksum", script.checksum(),
                        "now", clock.now()));
    }

    /** Two starters may create the same table at once; the engine lets one of them through. */
    private void createIfAbsent(String sql) {
        patiently(tx -> {
            try {
                tx.execute(sql);
            } catch (IllegalStateException | kz.jolkarta.core.db.ConstraintViolation e) {
                if (!(e.getCause() instanceof SQLException cause)
                        || !EXISTS_ALREADY.contains(SqlFailure.state(cause))) {
                    throw e;
                }
            }
        });
    }

    /** Waits for the lock's row, longer than an engine does by itself. */
    private void patiently(Work work) {
        long start = System.nanoTime();
        while (true) {
            try {
                transaction(tx -> {
                    work.in(tx);
                    return null;
                });
                return;
            } catch (SqlFailure.LockConflict conflict) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw SqlFailure.unavailable("problem.database-busy", conflict);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T in(JdbcTx tx);
    }

    /** Outside the pool and without a time-out: a script may work on millions of rows. */
    private <T> T transaction(Call<T> work) {
        try (Connection connection = source.connection()) {
            JdbcTx tx = new JdbcTx(source.engine(), connection, true, 0, source::mend);
            try {
                T result = work.in(tx);
                tx.commit();
                return result;
            } catch (Throwable reason) {
                tx.rollback(reason);
                throw reason;
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, "migration");
        }
    }
}
