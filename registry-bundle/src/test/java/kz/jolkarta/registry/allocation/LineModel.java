package kz.jolkarta.registry.allocation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The published order told as simply as it can be: everybody in one list by turn; whenever something happens, the first able ones get the free places. */
final class LineModel {
    /** @param number what it means depends on the kind */
    record Move(Kind kind, int number) {
        enum Kind {
            APPLY,
            LEAVE,
            PLACES,
            BUSY,
            FREE
        }
    }

    private final List<Long> all = new ArrayList<>();
    private final Set<Long> placed = new HashSet<>();
    private final Set<Long> busy = new HashSet<>();
    private int places;

    LineModel(int places) {
        this.places = places;
    }

    void apply(List<Long> members) {
        fill();
        all.addAll(members);
        fill();
    }

    void leave(long member) {
        all.remove(member);
        if (placed.remove(member)) {
            fill();
        }
        busy.remove(member);
    }

    void places(int number) {
        places = number;
        fill();
    }

    /** Who waits cannot take a place for the time being. */
    void busy(long member, boolean is) {
        if (is) {
            busy.add(member);
        } else {
            busy.remove(member);
        }
    }

    private void fill() {
        all.stream()
                .filter(m -> !placed.contains(m) && !busy.contains(m))
                .limit(places - placed.size())
                .toList()
                .forEach(placed::add);
    }

    Set<Long> unable() {
        return Set.copyOf(busy);
    }

    List<Long> placed() {
        return all.stream().filter(placed::contains).toList();
    }

    List<Long> waiting() {
        return all.stream().filter(m -> !placed.contains(m)).toList();
    }
}
