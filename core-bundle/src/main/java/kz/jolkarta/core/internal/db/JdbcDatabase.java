package kz.jolkarta.core.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions over a pool of connections. */
public final class JdbcDatabase implements Database, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDatabase.class);
    private static final int ATTEMPTS = 12;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    /** A caller is told of an absent database within this time. */
    private static final long CONNECTION_MILLIS = 3000;

    private enum Mode {
        NONE,
        READ,
        WRITE
    }

    private final ConnectionSource source;
    private final HikariDataSource pool;
    private final IdBlocks ids;
    private final int seconds;
    private final ThreadLocal<Mode> running = ThreadLocal.withInitial(() -> Mode.NONE);

    /**
     * @param connections most connections at once
     * @param seconds time-out of one statement
     */
    JdbcDatabase(ConnectionSource source, int connections, int seconds) {
        this.source = source;
        this.seconds = seconds;
        this.ids = new IdBlocks(source);
        HikariConfig config = new HikariConfig();
        config.setPoolName("jolkarta");
        config.setRegisterMbeans(true);
        config.setDataSource(new PooledSource(source));
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setValidationTimeout(1000);
        config.setInitializationFailTimeout(-1);
        // The page of metrics reads the pool's numbers from its bean.
        config.setRegisterMbeans(true);
        this.pool = new HikariDataSource(config);
    }

    @Override
    public Engine engine() {
        return source.engine();
    }

    @Override
    public <T> T call(Work<T> work) {
        if (running.get() != Mode.NONE) {
            // Two connections of one thread wait for each other's locks until they time out.
            throw new IllegalStateException("a transaction inside a transaction: hand the Tx on instead");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, Mode.WRITE);
            } catch (SqlFailure.LockConflict conflict) {
                if (attempt == ATTEMPTS) {
                    throw SqlFailure.unavailable("problem.database-busy", conflict);
                }
                LOG.debug("Running a transaction again after a lock conflict, attempt {}", attempt);
                pause(attempt);
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        if (running.get() == Mode.WRITE) {
            throw new IllegalStateException("a reading transaction inside a writing one: hand the Tx on instead");
        }
        try {
            return once(work, Mode.READ);
        } catch (SqlFailure.LockConflict conflict) {
            throw SqlFailure.unavailable("problem.database-busy", conflict);
        }
    }

    @Override
    public long changes() {
        return read(tx -> tx.number("select sum(changes) from data_change", Map.of()));
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    private <T> T once(Work<T> work, Mode mode) {
        Connection connection = connect();
        JdbcTx tx = new JdbcTx(engine(), connection, mode == Mode.WRITE, seconds, this::failed);
        Mode outer = running.get();
        running.set(mode);
        T result;
        try {
            result = work.in(tx);
            tx.countChange();
            tx.commit();
        } catch (Throwable reason) {
            tx.rollback(reason);
            if (tx.conflicted() && !(reason instanceof SqlFailure.LockConflict)) {
                // The work has dressed the conflict up in an exception of its own.
                throw new SqlFailure.LockConflict(new SQLException(reason));
            }
            throw reason;
        } finally {
            running.set(outer);
            close(connection);
        }
        tx.runAfterCommit();
        return result;
    }

    private Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            if (e.getCause() instanceof InterruptedException && source.interruptedThreads() && Thread.interrupted()) {
                return connect();
            }
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException reason) {
                    failed(reason);
                }
            }
            throw SqlFailure.unavailable("problem.database-unavailable", e);
        }
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("Giving a connection back: {} {}", e.getSQLState(), e.getMessage());
            failed(e);
        }
    }

    private void failed(SQLException failure) {
        if (source.mend(failure)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
        if (Thread.currentThread().isInterrupted()) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.database-busy");
        }
    }

    ConnectionSource source() {
        return source;
    }

    @Override
    public void close() {
        pool.close();
        source.close();
    }
}
