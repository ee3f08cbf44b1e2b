package kz.jolkarta.core.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The current row of a result; columns by their label. A plain getter on NULL gives "", 0 or false; the others say so. */
public interface Row {
    String text(String column);

    int integer(String column);

    long number(String column);

    boolean flag(String column);

    /** @throws IllegalStateException on NULL */
    LocalDate date(String column);

    /** @throws IllegalStateException on NULL */
    Instant instant(String column);

    <E extends Enum<E>> E value(String column, Class<E> type);

    Optional<String> optionalText(String column);

    Optional<Integer> optionalInteger(String column);

    Optional<Long> optionalNumber(String column);

    Optional<LocalDate> optionalDate(String column);

    Optional<Instant> optionalInstant(String column);

    byte[] bytes(String column);
}
