package kz.jolkarta.core.http;

import java.util.List;

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
}
