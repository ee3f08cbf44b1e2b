package kz.jolkarta.core.http;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A page of a list read by keyset.
 *
 * @param items at most as many as were asked for
 * @param next what to send as {@code after} for the following page, "" on the last one
 */
public record Page<T>(List<T> items, String next) {
    /** Rows on a page when none are asked for, and the most that may be. */
    public static final int DEFAULT_LIMIT = 50;

    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Every row of a list, of which never more than a page is held. @param read gives the page after a key */
    public static <T> void each(Function<String, Page<T>> read, Consumer<? super T> visitor) {
        pages(read, items -> items.forEach(visitor));
    }

    /** The same by the page. */
    public static <T> void pages(Function<String, Page<T>> read, Consumer<List<T>> visitor) {
        String after = "";
        do {
            Page<T> page = read.apply(after);
            visitor.accept(page.items());
            after = page.next();
        } while (!after.isEmpty());
    }
}
