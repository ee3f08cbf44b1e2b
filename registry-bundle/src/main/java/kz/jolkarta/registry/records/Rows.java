package kz.jolkarta.registry.records;

import java.util.function.Consumer;
import java.util.function.Function;
import kz.jolkarta.core.http.Page;

/** Rows that are read one after another, in a transaction of their own, when they are asked for. */
@FunctionalInterface
public interface Rows<T> {
    void each(Consumer<T> visitor);

    /** The rows of a list that is read by pages. */
    static <T> Rows<T> of(Function<Paging, Page<T>> list) {
        return visitor -> Page.each(after -> list.apply(Paging.of(Page.MAX_LIMIT, after)), visitor);
    }
}
