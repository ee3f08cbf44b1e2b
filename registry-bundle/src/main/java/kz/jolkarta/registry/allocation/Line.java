package kz.jolkarta.registry.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The published order at work: who has a place after each event. It looks at what people did only, never at what was recorded as the outcome. */
final class Line {
    private final Map<Long, Ticket> tickets = new HashMap<>();
    private final TreeSet<Ticket> placed = new TreeSet<>();
    private final TreeSet<Ticket> ready = new TreeSet<>();
    private final TreeSet<Ticket> passed = new TreeSet<>();
    private long places;

    /** @return who has got a place by it, in their order */
    List<Long> after(Event event) {
        switch (event.kind()) {
            case PLACES -> places = event.places() == null ? Long.MAX_VALUE : event.places();
            case APPLIED -> {
                Ticket ticket = new Ticket(event.member(), event.appliedAt());
                tickets.put(event.member(), ticket);
                passed.remove(ticket);
                ready.add(ticket);
            }
            case PASSED -> {
                Ticket ticket = tickets.get(event.member());
                if (ticket != null && ready.remove(ticket)) {
                    passed.add(ticket);
                }
            }
            case LEFT -> {
                Ticket ticket = tickets.remove(event.member());
                if (ticket != null) {
                    placed.remove(ticket);
                    ready.remove(ticket);
                    passed.remove(ticket);
                }
            }
            case PLACED, WAITING -> {
                // an outcome, not a cause
            }
        }
        return called();
    }

    private List<Long> called() {
        List<Long> called = new ArrayList<>();
        while (placed.size() < places && !ready.isEmpty()) {
            Ticket first = ready.pollFirst();
            placed.add(first);
            called.add(first.member());
        }
        return called;
    }

    List<Long> placed() {
        return members(placed);
    }

    List<Long> waiting() {
        TreeSet<Ticket> all = new TreeSet<>(ready);
        all.addAll(passed);
        return members(all);
    }

    private static List<Long> members(TreeSet<Ticket> tickets) {
        return tickets.stream().map(Ticket::member).toList();
    }
}
