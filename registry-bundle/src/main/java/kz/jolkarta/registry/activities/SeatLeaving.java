package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.records.Ledger;

/** A child that leaves gives back its places and turns in activities that lie ahead; who waits gets them. */
public final class SeatLeaving {
    private static final String KIND = "participation";

    private final Ledger ledger;
    private final Seats seats;

    public SeatLeaving(Ledger ledger) {
        this.ledger = ledger;
        this.seats = new Seats(ledger);
    }

    /** What would be given back. */
    public static List<SeatShift> ahead(Tx tx, long child, LocalDate day) {
        return SeatLeaveStore.ahead(tx, child, day);
    }

    /** @param territory of the child @param reason that is noted with each, in the words of a person */
    public List<SeatShift> leave(Tx tx, User user, long child, String territory, LocalDate day, String reason) {
        Map<Long, Standing> pools = lock(tx, ahead(tx, child, day));
        List<SeatShift> given = new ArrayList<>();
        // Read again: before the locks somebody else may have given a seat.
        for (SeatShift seat : ahead(tx, child, day)) {
            Standing standing = pools.get(seat.activity());
            if (standing == null
                    || !SeatLeaveStore.move(
                            tx, seat.participation(), seat.version(), ParticipationState.REFUSED, reason)) {
                throw Problem.conflict("record.moved");
            }
            given.add(seat.given(seat.state() == ParticipationState.APPLIED ? null : steps(tx, user, seat, standing)));
            String detail = seat.state() + " > REFUSED: left";
            ledger.record(tx, user, Action.UPDATE, KIND, seat.participation(), territory, detail);
        }
        return given;
    }

    private SeatShift.Steps steps(Tx tx, User user, SeatShift seat, Standing before) {
        Activity activity = SeatLeaveStore.activity(tx, seat).orElseThrow();
        boolean called = seats.leave(
                tx, user, activity, before, seat.participation(), seat.state().seated());
        int after = seats.lock(tx, seat.activity()).events();
        return new SeatShift.Steps(before.events(), before.taken(), after, !called);
    }

    /**
     * Gives again what was given back. Where somebody else has got the seat by now, the child takes a free one, or waits at its old turn.
     *
     * @return those that stay given back: changed since, or of an activity that is not ahead any more
     */
    public List<SeatShift> back(Tx tx, User user, String territory, List<SeatShift> given) {
        Map<Long, Standing> pools = lock(tx, given);
        List<SeatShift> kept = new ArrayList<>();
        for (SeatShift seat : given) {
            Optional<Activity> activity = SeatLeaveStore.activity(tx, seat)
                    .filter(a -> a.state() == ActivityState.PLANNED || a.state() == ActivityState.OPEN);
            if (activity.isEmpty() || !SeatLeaveStore.untouched(tx, seat)) {
                kept.add(seat);
                continue;
            }
            ParticipationState to = seat.steps() == null
                    ? seat.state()
                    : again(tx, user, seat, activity.get(), pools.get(seat.activity()));
            if (!SeatLeaveStore.move(tx, seat.participation(), seat.version(), to, seat.reason())) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.UNDO, KIND, seat.participation(), territory, "REFUSED > " + to);
        }
        return kept;
    }

    private ParticipationState again(Tx tx, User user, SeatShift seat, Activity activity, Standing now) {
        SeatShift.Steps steps = seat.steps();
        if (steps.alone() && steps.after() == now.events() && now.taken() == taken(seat)) {
            seats.rewind(tx, seat.activity(), steps.before(), steps.taken());
            return seat.state();
        }
        boolean seated = !seats.admit(tx, user, activity, now, ParticipantStore.tickets(tx, seat.participation()))
                .isEmpty();
        return seated ? ParticipationState.ACCEPTED : ParticipationState.WAITING;
    }

    /** How many seats were taken after it was given back; an activity without a limit writes no steps that would tell. */
    private static int taken(SeatShift seat) {
        return seat.steps().taken() - (seat.state().seated() ? 1 : 0);
    }

    /** All pools, the smaller number first, so that two who leave never wait for each other. */
    private Map<Long, Standing> lock(Tx tx, List<SeatShift> shifts) {
        Map<Long, Standing> pools = new TreeMap<>();
        shifts.stream()
                .map(SeatShift::activity)
                .sorted()
                .distinct()
                .forEach(activity -> pools.put(activity, seats.lock(tx, activity)));
        return pools;
    }
}
