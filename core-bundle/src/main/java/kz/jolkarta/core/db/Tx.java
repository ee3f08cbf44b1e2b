package kz.jolkarta.core.db;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One running transaction. Parameters are named: {@code :name} in the SQL, a value in the map; a {@link java.util.Collection}
 * expands to a list for {@code in (:names)} (an empty one matches nothing). Values: String, Integer, Long, Boolean, Enum (its name),
 * LocalDate, Instant (kept in UTC), byte[], Optional (empty = NULL) or null.
 */
public interface Tx {
    <T> List<T> list(String sql, Map<String, ?> params, Function<Row, T> mapper);

    <T> Optional<T> one(String sql, Map<String, ?> params, Function<Row, T> mapper);

    /** Every row in turn without keeping them: memory stays flat however many there are. */
    void each(String sql, Map<String, ?> params, Consumer<Row> visitor);

    /** A single number, e.g. a count; 0 when there is no row or it is NULL. */
    long number(String sql, Map<String, ?> params);

    /** @return rows changed */
    int update(String sql, Map<String, ?> params);

    /** One statement for many sets of parameters, sent as a JDBC batch. @return rows changed in all */
    int batch(String sql, List<? extends Map<String, ?>> params);

    /** The content of a binary column as a stream, valid within the transaction only. */
    Optional<InputStream> binary(String sql, Map<String, ?> params);

    /** The engine, for the rare statement that has to differ. */
    Engine engine();
}
