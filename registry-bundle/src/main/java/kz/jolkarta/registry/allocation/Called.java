package kz.jolkarta.registry.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.AllocationStore.Waiting;
import kz.jolkarta.registry.allocation.Event.Kind;

/**
 * Whose turn it is.
 *
 * @param passed who would have been called but cannot take the place
 * @param back who was passed over once and can take a place now
 * @param members who gets a place, in their order
 */
record Called(List<Long> passed, List<Ticket> back, List<Long> members) {
    static final Called NOBODY = new Called(List.of(), List.of(), List.of());

    private static final int FEW = 20;
    private static final int MANY = 500;

    /** Reads the line no further than the free places reach. */
    static Called of(Tx tx, Standing standing, Turn turn) {
        if (!standing.kept()) {
            return NOBODY;
        }
        Called called = new Called(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int left = standing.free();
        List<Waiting> some =
                left > 0 ? AllocationStore.waiting(tx, standing.pool(), Optional.empty(), chunk(left)) : List.of();
        while (!some.isEmpty()) {
            called.take(some, turn.unable(tx, some.stream().map(Waiting::member).toList()), standing.free());
            left = standing.free() - called.members.size();
            Optional<Ticket> last = Optional.of(some.get(some.size() - 1).ticket());
            some = left > 0 ? AllocationStore.waiting(tx, standing.pool(), last, chunk(left)) : List.of();
        }
        return called;
    }

    private static int chunk(int wanted) {
        return Math.min(Math.max(wanted, FEW), MANY);
    }

    private void take(List<Waiting> some, Set<Long> unable, int free) {
        for (Waiting one : some) {
            if (members.size() == free) {
                return;
            }
            if (!unable.contains(one.member())) {
                members.add(one.member());
                if (one.passed()) {
                    back.add(one.ticket());
                }
            } else if (!one.passed()) {
                passed.add(one.member());
            }
        }
    }

    /** Stands before the step that frees places, so that whoever repeats the steps knows it in time. */
    void tell(Steps steps) {
        passed.forEach(member -> steps.add(Kind.PASSED, member));
        back.forEach(steps::applied);
    }

    void placed(Steps steps) {
        members.forEach(member -> steps.add(Kind.PLACED, member));
    }
}
