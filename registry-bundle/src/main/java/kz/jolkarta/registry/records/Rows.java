package kz.jolkarta.registry.records;

import java.util.function.Consumer;

/** Rows that are read one after another, in a transaction of their own, when they are asked for. */
@FunctionalInterface
public interface Rows<T> {
    void each(Consumer<T> visitor);
}
