package kz.jolkarta.registry.coordinators;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose load a child is in: that of the coordinator named for it, while this one is appointed to a cabinet that covers the child; otherwise that of every cabinet
 * that covers it, since it has two coordinators to turn to.
 *
 * @param acting all coordinators of the country who are appointed on the day, by their number of staff
 */
public record Seats(Map<Long, Seat> acting) {
    public Seats {
        acting = Map.copyOf(acting);
    }

    /** The seat of the coordinator named for a child of this territory; empty when nobody is or the named one does not answer for it any more. */
    public Optional<Seat> named(long staff, String digits) {
        return Optional.ofNullable(acting.get(staff)).filter(seat -> seat.covers(digits));
    }

    /**
     * The cabinets in whose load the child is.
     *
     * @param staff the one named for it, 0 for nobody
     * @param cabinets their territories, by the id of the cabinet
     */
    public List<Long> of(long staff, String digits, Map<Long, String> cabinets) {
        Optional<Seat> named = named(staff, digits);
        return named.isPresent()
                ? named.map(Seat::cabinet).filter(cabinets::containsKey).stream()
                        .toList()
                : cabinets.entrySet().stream()
                        .filter(cabinet -> digits.startsWith(Seat.prefix(cabinet.getValue())))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
