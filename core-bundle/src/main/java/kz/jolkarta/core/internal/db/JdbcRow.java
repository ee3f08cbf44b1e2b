package kz.jolkarta.core.internal.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Row;

/** The row that a result stands on. */
record JdbcRow(Engine engine, ResultSet row, String sql) implements Row {
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
        return get(() -> row.getInt(column));
    }

    @Override
    public long number(String column) {
        return get(() -> row.getLong(column));
    }

    @Override
    public boolean flag(String column) {
        return get(() -> row.getBoolean(column));
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
        return get(() -> Optional.ofNullable(row.getString(column)));
    }

    @Override
    public Optional<Integer> optionalInteger(String column) {
        return get(() -> {
            int value = row.getInt(column);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
        return get(() -> {
            long value = row.getLong(column);
            return row.wasNull() ? Optional.empty() : Optional.of(value);
        });
    }

    @Override
    public Optional<LocalDate> optionalDate(String column) {
        return get(() -> Binding.date(engine, row, column));
    }

    @Override
    public Optional<Instant> optionalInstant(String column) {
        return get(() -> Binding.instant(engine, row, column));
    }

    @Override
    public byte[] bytes(String column) {
        return get(() -> {
            byte[] content = row.getBytes(column);
            return content == null ? new byte[0] : content;
        });
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
