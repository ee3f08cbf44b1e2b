package kz.jolkarta.registry.records;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Page;

/**
 * Which page of a list is wanted.
 *
 * @param limit rows on the page, 1 to 200
 * @param after the key of the last row seen, "" for the first page
 */
public record Paging(int limit, String after) {
    /** Separates the parts of a key; in no date and no number. */
    private static final char BETWEEN = '|';

    public static Paging of(Integer limit, String after) {
        int rows = limit == null ? Page.DEFAULT_LIMIT : limit;
        if (rows < 1 || rows > Page.MAX_LIMIT) {
            throw Problem.field("limit", "record.range", 1, Page.MAX_LIMIT);
        }
        return new Paging(rows, after == null || after.isBlank() ? "" : decoded(after));
    }

    /** The key's part before the last one, e.g. the date that the list is sorted by. */
    public String value() {
        int cut = after.lastIndexOf(BETWEEN);
        return cut < 0 ? "" : after.substring(0, cut);
    }

    /** The same as a number. */
    public int number() {
        return (int) number(value());
    }

    /** The same as a day. */
    public LocalDate day() {
        try {
            return LocalDate.parse(value());
        } catch (DateTimeException foreign) {
            throw Problem.field("after", "record.after");
        }
    }

    /** The key's last part: the id. */
    public long id() {
        return number(after.substring(after.lastIndexOf(BETWEEN) + 1));
    }

    /** A part of a key that is a number. */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException foreign) {
            throw Problem.field("after", "record.after");
        }
    }

    public boolean first() {
        return after.isEmpty();
    }

    /** SQL that reads one row more than the page holds, to know whether there is a next one. */
    public String fetch() {
        return " fetch first " + (limit + 1) + " rows only";
    }

    /** @param rows up to one more than the limit */
    public <T> Page<T> page(List<T> rows, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, "");
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, encoded(key.apply(shown.get(limit - 1))));
    }

    public static String key(Object value, long id) {
        return value + String.valueOf(BETWEEN) + id;
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw Problem.field("after", "record.after");
        }
    }
}
