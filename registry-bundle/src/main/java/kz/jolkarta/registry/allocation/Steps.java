package kz.jolkarta.registry.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.Event.Kind;
import kz.jolkarta.registry.records.Ledger;

/** The events of one transaction, numbered behind those that are written. */
final class Steps {
    private final Tx tx;
    private final Ledger ledger;
    private final Standing standing;
    private final Instant now;
    private final List<Event> events = new ArrayList<>();
    private boolean fewer;

    Steps(Tx tx, Ledger ledger, Standing standing) {
        this.tx = tx;
        this.ledger = ledger;
        this.standing = standing;
        this.now = ledger.clock().now();
        if (standing.kept() && standing.events() == 0) {
            List<Ticket> waiting = AllocationStore.waiting(tx, standing.pool());
            events.addAll(opening(standing, AllocationStore.placed(tx, standing.pool()), waiting, now));
            fewer = !waiting.isEmpty();
        }
    }

    /**
     * The first events of a pool that had members before anything was written down; who waits there although a place is free goes on waiting
     * until the next step.
     */
    static List<Event> opening(Standing standing, List<Ticket> placed, List<Ticket> waiting, Instant now) {
        List<Event> events = new ArrayList<>();
        Integer places = waiting.isEmpty() ? standing.places().orElse(null) : Integer.valueOf(placed.size());
        events.add(new Event(1, Kind.PLACES, null, places, null, now));
        for (Ticket ticket : placed) {
            events.add(new Event(events.size() + 1, Kind.APPLIED, ticket.member(), null, ticket.appliedAt(), now));
            events.add(new Event(events.size() + 1, Kind.PLACED, ticket.member(), null, null, now));
        }
        for (Ticket ticket : waiting) {
            events.add(new Event(events.size() + 1, Kind.APPLIED, ticket.member(), null, ticket.appliedAt(), now));
            events.add(new Event(events.size() + 1, Kind.WAITING, ticket.member(), null, null, now));
        }
        return events;
    }

    void applied(Ticket ticket) {
        events.add(new Event(next(), Kind.APPLIED, ticket.member(), null, ticket.appliedAt(), now));
    }

    void add(Kind kind, long member) {
        events.add(new Event(next(), kind, member, null, null, now));
    }

    void places() {
        if (standing.events() > 0) {
            places(standing.places());
        } else {
            enlarged();
        }
    }

    /** Tells the true number of places where the opening told fewer. */
    void enlarged() {
        if (fewer) {
            places(standing.places());
            fewer = false;
        }
    }

    private void places(Optional<Integer> number) {
        events.add(new Event(next(), Kind.PLACES, null, number.orElse(null), null, now));
    }

    private int next() {
        return standing.events() + events.size() + 1;
    }

    /** @param taken how many places more are taken */
    void write(int taken) {
        List<Event> kept = standing.kept() ? events : List.of();
        AllocationStore.write(tx, standing.pool(), ledger.database(), kept, taken);
    }
}
