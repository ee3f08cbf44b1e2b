package kz.jolkarta.registry.activities;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.allocation.Allocation;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.allocation.Turn;
import kz.jolkarta.registry.records.Ledger;

/** Seats of activities: a hard limit, with a waiting list that refills itself while the activity is ahead or open. */
final class Seats {
    private static final int MANY = 500;

    private final Ledger ledger;
    private final Allocation allocation;

    Seats(Ledger ledger) {
        this.ledger = ledger;
        this.allocation = new Allocation(ledger);
    }

    /** Until the transaction ends nobody else gives out seats of the activity; to be called before a participation is touched. */
    Standing lock(Tx tx, long activity) {
        return allocation.lock(tx, Pool.activity(activity));
    }

    /** @return which of the newcomers have a seat; the others wait */
    Set<Long> admit(Tx tx, User user, Activity activity, Standing standing, Collection<Ticket> newcomers) {
        Allocation.Outcome outcome = allocation.admit(tx, standing, newcomers, turn(activity));
        call(tx, user, outcome.called());
        return outcome.placed();
    }

    /** Looks once more whether those who were passed over can take the seats that are free. */
    void again(Tx tx, User user, Activity activity, Standing standing) {
        call(tx, user, allocation.again(tx, standing, turn(activity)).called());
    }

    /**
     * @param seated whether the participation had a seat; the first who waits gets it
     * @return whether somebody else got it
     */
    boolean leave(Tx tx, User user, Activity activity, Standing standing, long participation, boolean seated) {
        List<Long> called = allocation
                .leave(tx, standing, participation, seated, turn(activity))
                .called();
        call(tx, user, called);
        return !called.isEmpty();
    }

    /** Takes back the last steps, as {@link Allocation#rewind}. */
    void rewind(Tx tx, long activity, int events, int taken) {
        allocation.rewind(tx, Pool.activity(activity), events, taken);
    }

    /** After the number of seats was changed in this transaction. */
    void changed(Tx tx, User user, Activity activity) {
        Standing standing = allocation.lock(tx, Pool.activity(activity.id()));
        call(tx, user, allocation.changed(tx, standing, turn(activity)).called());
    }

    /** Where nobody is in two activities at a time, who has got a place on the same days meanwhile is passed over. */
    private Turn turn(Activity activity) {
        Optional<Installed> measure = ledger.measures().find(activity.measure());
        Optional<ActivityType> type =
                measure.flatMap(m -> m.activity(activity.type())).filter(Seats::oneAtATime);
        if (type.isEmpty()) {
            return Turn.ALL;
        }
        boolean children = type.get().audience() == Audience.CHILDREN;
        List<String> types = measure.get().activities().stream()
                .filter(t -> oneAtATime(t) && t.audience() == type.get().audience())
                .map(ActivityType::code)
                .toList();
        return (tx, members) -> ParticipantStore.waitingAndElsewhere(tx, activity, types, children);
    }

    private static boolean oneAtATime(ActivityType type) {
        return type.rule(Rule.OneAtATime.class).isPresent();
    }

    private void call(Tx tx, User user, List<Long> called) {
        for (int from = 0; from < called.size(); from += MANY) {
            List<Long> some = called.subList(from, Math.min(from + MANY, called.size()));
            ParticipantStore.call(tx, some);
            ledger.record(
                    tx,
                    user,
                    ParticipantStore.list(tx, some).stream()
                            .map(p -> new Entry(
                                    Action.UPDATE, "participation", p.id(), p.territory(), "WAITING > ACCEPTED: queue"))
                            .toList());
        }
    }
}
