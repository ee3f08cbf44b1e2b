package kz.jolkarta.core.internal.db;

import java.io.InputStream;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Engine;

/** Java values into a statement and out of a result: Derby knows no java.time, and instants are kept in UTC to the microsecond. */
final class Binding {
    private Binding() {}

    static void set(Engine engine, PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            set(engine, statement, i + 1, values.get(i));
        }
    }

    private static void set(Engine engine, PreparedStatement statement, int at, Object given) throws SQLException {
        Object value = given instanceof Optional<?> maybe ? maybe.orElse(null) : given;
        if (value == null) {
            statement.setObject(at, null);
        } else if (value instanceof String text) {
            statement.setString(at, storable(text));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(at, constant.name());
        } else if (value instanceof Integer number) {
            statement.setInt(at, number);
        } else if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(at, flag);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(at, number);
        } else if (value instanceof LocalDate date) {
            if (engine == Engine.DERBY) {
                statement.setDate(at, Date.valueOf(date));
            } else {
                statement.setObject(at, date);
            }
        } else if (value instanceof Instant moment) {
            Instant kept = moment.truncatedTo(ChronoUnit.MICROS);
            if (engine == Engine.DERBY) {
                statement.setTimestamp(at, Timestamp.from(kept), utc());
            } else {
                statement.setObject(at, LocalDateTime.ofInstant(kept, ZoneOffset.UTC));
            }
        } else if (value instanceof byte[] content) {
            statement.setBytes(at, content);
        } else if (value instanceof InputStream content) {
            statement.setBinaryStream(at, content);
        } else {
            throw new IllegalArgumentException("not a value for the database: " + value.getClass());
        }
    }

    /** PostgreSQL cannot keep U+0000, so it is refused on both engines. */
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw Problem.invalid("problem.unprintable-text");
        }
        return text;
    }

    static Optional<LocalDate> date(Engine engine, ResultSet row, int column) throws SQLException {
        if (engine == Engine.DERBY) {
            return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
        }
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    static Optional<Instant> instant(Engine engine, ResultSet row, int column) throws SQLException {
        if (engine == Engine.DERBY) {
            return Optional.ofNullable(row.getTimestamp(column, utc())).map(Timestamp::toInstant);
        }
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(t -> t.toInstant(ZoneOffset.UTC));
    }

    private static Calendar utc() {
        return new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
