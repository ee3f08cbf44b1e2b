package kz.jolkarta.registry.deliverables;

import java.util.List;

/**
 * Adopted materials that show a child without a consent to publicity that holds today.
 *
 * @param items those of the caller's territories
 * @param elsewhere how many there are beyond them
 */
public record MaterialsToPull(List<Deliverable> items, int elsewhere) {
    public MaterialsToPull {
        items = List.copyOf(items);
    }
}
