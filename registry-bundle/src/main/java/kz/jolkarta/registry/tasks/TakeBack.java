package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.List;

/**
 * What a withdrawn consent allowed and is to be taken back now.
 *
 * @param items those of the caller's territories
 * @param elsewhere how many there are beyond them
 */
public record TakeBack(List<Item> items, int elsewhere) {
    static final TakeBack NOTHING = new TakeBack(List.of(), 0);

    public TakeBack {
        items = List.copyOf(items);
    }

    /**
     * A record by which the child was shown or the data were passed on.
     *
     * @param kind {@code deliverable}: a material that shows the child; {@code participation}, {@code award}: the data went to who holds it
     * @param title of the material or the activity; "" for an award
     * @param day it was adopted, begins, or runs from; null when it has none
     */
    public record Item(String kind, long id, String measure, String type, String title, LocalDate day) {}
}
