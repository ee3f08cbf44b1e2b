package kz.jolkarta.core.internal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Row;

/** The row that a result stands on. @param columns numbers of those that were asked for, since a driver folds the case of a label at each look */
record JdbcRow(Engine engine, ResultSet row, String sql, Map<String, Integer> columns) implements Row {
    JdbcRow(Engine engine, ResultSet row, String sql) {
        this(engine, row, sql, new HashMap<>());
    }

    @FunctionalInterface
    private interface Getter<T> {
        T get() throws SQLException;
    }

    @Override
    public String text(String column) {
        return optionalText(column).orElse("");
    }

    @Override
    public int integer(String column) {
        return get(() -> row.getInt(at(column)));
    }

    @Override
    public long number(String column) {
        return get(() -> row.getLong(at(column)));
    }

    @Override
    public boolean flag(String column) {
        return get(() -> row.getBoolean(at(column)));
    }

    @Override
    public LocalDate date(String column) {
        return optionalDate(column).orElseThrow(() -> missing(column));
    }

    @Override
    public Instant instant(String column) {
        return optionalInstant(column).orElseThrow(() -> missing(column));
    }

    @Override
    public <E extends Enum<E>> E value(String column, Class<E> type) {
        return Enum.valueOf(type, optionalText(column).orElseThrow(() -> missing(column)));
    }

    @Override
    public Optional<String> optionalText(String column) {
        return get(() -> Optional.ofNullable(row.getString(at(column))));
    }

    @Override
    public Optional<Integer> optionalInteger(String column) {
        return get(() -> {
            int value = row.getInt(at(column));
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
        return get(() -> {
            long value = row.getLong(at(column));
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    @Override
    public Optional<LocalDate> optionalDate(String column) {
        return get(() -> Binding.date(engine, row, at(column)));
    }

    @Override
    public Optional<Instant> optionalInstant(String column) {
        return get(() -> Binding.instant(engine, row, at(column)));
    }

    @Override
    public byte[] bytes(String column) {
        return get(() -> {
            byte[] content = row.getBytes(at(column));
            return content == null ? new byte[0] : content;
        });
    }

    private int at(String column) throws SQLException {
        Integer known = columns.get(column);
        if (known == null) {
            known = row.findColumn(column);
            columns.put(column, known);
        }
        return known;
    }

    private static IllegalStateException missing(String column) {
        return new IllegalStateException("column " + column + " is NULL");
    }

    private <T> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw SqlFailure.of(e, sql);
        }
    }
}
