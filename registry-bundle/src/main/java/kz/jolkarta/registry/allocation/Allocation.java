package kz.jolkarta.registry.allocation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.Event.Kind;
import kz.jolkarta.registry.records.Ledger;

/**
 * Gives out the places of a pool and writes down each step. Whoever uses it locks the pool before touching any of its members, and brings the
 * called into the state that says so, all in one transaction.
 */
public final class Allocation {
    private final Ledger ledger;

    public Allocation(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Who has got a place.
     *
     * @param placed those newly come
     * @param called those who waited, in their order
     */
    public record Outcome(Set<Long> placed, List<Long> called) {
        public Outcome {
            placed = Set.copyOf(placed);
            called = List.copyOf(called);
        }
    }

    /** Waits until nobody else gives out places of the pool, and keeps others waiting until the transaction ends. */
    public Standing lock(Tx tx, Pool pool) {
        AllocationStore.lock(tx, pool);
        return AllocationStore.standing(tx, pool);
    }

    /**
     * Lets members into the line behind those who wait and can take a place now.
     *
     * @param newcomers in their order; not recorded as waiting or placed yet
     */
    public Outcome admit(Tx tx, Standing standing, Collection<Ticket> newcomers, Turn turn) {
        Steps steps = new Steps(tx, ledger, standing);
        Called called = Called.of(tx, standing, turn);
        called.tell(steps);
        steps.enlarged();
        called.placed(steps);
        Set<Long> placed = new LinkedHashSet<>();
        int free = standing.free() - called.members().size();
        for (Ticket ticket : newcomers) {
            steps.applied(ticket);
            if (placed.size() < free) {
                steps.add(Kind.PLACED, ticket.member());
                placed.add(ticket.member());
            } else {
                steps.add(Kind.WAITING, ticket.member());
            }
        }
        steps.write(placed.size() + called.members().size());
        return new Outcome(placed, called.members());
    }

    /** Gives free places to those who wait and could not take one when it was their turn. */
    public Outcome again(Tx tx, Standing standing, Turn turn) {
        return admit(tx, standing, List.of(), turn);
    }

    /**
     * Takes a member out, who is not recorded as waiting any more; a place that comes free goes to the first who waits.
     *
     * @param placed whether it had a place
     */
    public Outcome leave(Tx tx, Standing standing, long member, boolean placed, Turn turn) {
        Steps steps = new Steps(tx, ledger, standing);
        Called called = placed ? Called.of(tx, standing.withOneLess(), turn) : Called.NOBODY;
        called.tell(steps);
        if (placed) {
            steps.enlarged();
        }
        steps.add(Kind.LEFT, member);
        called.placed(steps);
        steps.write(called.members().size() - (placed ? 1 : 0));
        return new Outcome(Set.of(), called.members());
    }

    /**
     * Takes back the last steps of a pool, as if they had never been: nobody may have got or lost a place by them but who is taken back too.
     *
     * @param events how many were written before them
     * @param taken how many places were taken before them; the caller holds the pool's lock and has made sure that nothing came after them
     */
    public void rewind(Tx tx, Pool pool, int events, int taken) {
        AllocationStore.rewind(tx, pool, events, taken);
    }

    /** Gives out what the number of places, changed just now, leaves free. */
    public Outcome changed(Tx tx, Standing standing, Turn turn) {
        Steps steps = new Steps(tx, ledger, standing);
        Called called = Called.of(tx, standing, turn);
        called.tell(steps);
        steps.places();
        called.placed(steps);
        steps.write(called.members().size());
        return new Outcome(Set.of(), called.members());
    }
}
