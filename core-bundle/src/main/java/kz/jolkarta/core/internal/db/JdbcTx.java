package kz.jolkarta.core.internal.db;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** A transaction on one JDBC connection; used by one thread. */
public final class JdbcTx implements Tx {
    /** Rows that a streamed result fetches at a time, and that a batch sends at a time. */
    private static final int CHUNK = 1000;

    private final Engine engine;
    private final Connection connection;
    private final boolean writing;
    private final int seconds;
    private final Consumer<SQLException> failures;
    private final List<Statement> open = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean conflicted;
    private boolean changed;

    /** @param seconds time-out of one statement, 0 for none */
    JdbcTx(Engine engine, Connection connection, boolean writing, int seconds, Consumer<SQLException> failures) {
        this.engine = engine;
        this.connection = connection;
        this.writing = writing;
        this.seconds = seconds;
        this.failures = failures;
    }

    @FunctionalInterface
    private interface Step<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    @Override
    public <T> List<T> list(String sql, Map<String, ?> params, Function<Row, T> mapper) {
        return execute(sql, params, statement -> {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new JdbcRow(engine, rows, sql);
                while (rows.next()) {
                    found.add(mapper.apply(row));
                }
            }
            return found;
        });
    }

    @Override
    public <T> Optional<T> one(String sql, Map<String, ?> params, Function<Row, T> mapper) {
        List<T> found = list(sql, params, mapper);
        if (found.size() > 1) {
            throw new IllegalStateException(found.size() + " rows instead of one from: " + sql);
        }
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    @Override
    public void each(String sql, Map<String, ?> params, Consumer<Row> visitor) {
        execute(sql, params, statement -> {
            statement.setFetchSize(CHUNK);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new JdbcRow(engine, rows, sql);
                while (rows.next()) {
                    visitor.accept(row);
                }
            }
            return 0;
        });
    }

    @Override
    public long number(String sql, Map<String, ?> params) {
        return execute(sql, params, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public int update(String sql, Map<String, ?> params) {
        requireWriting(sql);
        int rows = execute(sql, params, PreparedStatement::executeUpdate);
        changed |= rows > 0 && Changes.counted(sql);
        return rows;
    }

    @Override
    public int batch(String sql, List<? extends Map<String, ?>> params) {
        requireWriting(sql);
        if (params.isEmpty()) {
            return 0;
        }
        changed |= Changes.counted(sql);
        NamedSql named = NamedSql.of(sql);
        int rows = 0;
        try (PreparedStatement statement = prepare(named.text(params.get(0)))) {
            int waiting = 0;
            for (Map<String, ?> one : params) {
                if (one.values().stream().anyMatch(Collection.class::isInstance)) {
                    throw new IllegalArgumentException("a batch takes no lists: " + sql);
                }
                Binding.set(engine, statement, named.values(one));
                statement.addBatch();
                if (++waiting == CHUNK) {
                    rows += sum(statement.executeBatch());
                    waiting = 0;
                }
            }
            return waiting == 0 ? rows : rows + sum(statement.executeBatch());
        } catch (SQLException e) {
            throw failed(e, sql);
        }
    }

    /** PostgreSQL joins inserts of single rows into longer ones and then says "done, number unknown", which stands for one row. */
    private static int sum(int[] counts) {
        int all = 0;
        for (int count : counts) {
            all += count == Statement.SUCCESS_NO_INFO ? 1 : count;
        }
        return all;
    }

    @Override
    public Optional<InputStream> binary(String sql, Map<String, ?> params) {
        NamedSql named = NamedSql.of(sql);
        try {
            PreparedStatement statement = prepare(named.text(params));
            open.add(statement);
            Binding.set(engine, statement, named.values(params));
            @SuppressWarnings("resource") // closed with its statement at the transaction's end
            ResultSet rows = statement.executeQuery();
            return rows.next() ? Optional.ofNullable(rows.getBinaryStream(1)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e, sql);
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    /** Runs the step once the transaction is committed; not at all when it is rolled back. */
    public void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    /** For the migrations: a statement without parameters, as it stands. */
    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e, sql);
        }
    }

    boolean conflicted() {
        return conflicted;
    }

    /** To be called at the end of what changed rows, for {@link kz.jolkarta.core.db.Database#changes}; the migrations come before there is such a table. */
    void countChange() {
        if (changed) {
            try {
                Changes.count(connection);
            } catch (SQLException e) {
                throw failed(e, "change");
            }
        }
    }

    void commit() {
        try {
            closeStatements();
            connection.commit();
        } catch (SQLException e) {
            throw failed(e, "commit");
        }
    }

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }

    /** What led here matters more than a failing rollback, which is only added to it. */
    void rollback(Throwable reason) {
        try {
            closeStatements();
            connection.rollback();
        } catch (SQLException e) {
            failures.accept(e);
            reason.addSuppressed(e);
        }
    }

    private void closeStatements() throws SQLException {
        for (Statement statement : open) {
            statement.close();
        }
        open.clear();
    }

    private <T> T execute(String sql, Map<String, ?> params, Step<T> step) {
        NamedSql named = NamedSql.of(sql);
        try (PreparedStatement statement = prepare(named.text(params))) {
            Binding.set(engine, statement, named.values(params));
            return step.with(statement);
        } catch (SQLException e) {
            throw failed(e, sql);
        }
    }

    private PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        if (seconds > 0) {
            statement.setQueryTimeout(seconds);
        }
        return statement;
    }

    private void requireWriting(String sql) {
        if (!writing) {
            throw new IllegalStateException("a reading transaction may not write: " + sql);
        }
    }

    private RuntimeException failed(SQLException e, String sql) {
        failures.accept(e);
        RuntimeException failure = SqlFailure.of(e, sql);
        conflicted |= failure instanceof SqlFailure.LockConflict;
        return failure;
    }
}
