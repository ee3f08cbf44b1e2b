package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Event;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Replay;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;

/** Seats of summer shifts whose waiting list refills itself. */
@BothEngines(RecordTables.class)
class PassedOverTest {
    private static final String SHIFTS = RuledMeasures.SHIFTS;

    private final RecordWorld world;
    private final Activities activities;
    private final Participants participants;
    private final Allocations allocations;
    private final User user = RecordWorld.coordinator(RecordWorld.REGION);

    PassedOverTest(TestDatabase database) {
        world = new RecordWorld(database, RuledMeasures.all());
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        allocations = new Allocations(world.ledger);
    }

    private static ActivityInput input(int seats) {
        LocalDate starts = LocalDate.of(2026, 6, 10);
        return new ActivityInput(
                "shift",
                "Ауысым",
                RecordWorld.REGION,
                null,
                null,
                null,
                starts,
                starts.plusDays(20),
                null,
                seats,
                Map.of());
    }

    private Activity shift(int seats) {
        return activities.create(user, SHIFTS, input(seats));
    }

    private Participant apply(Activity shift, long child) {
        return participants
                .apply(user, SHIFTS, shift.id(), new Application(List.of(child), List.of(), ""))
                .items()
                .get(0);
    }

    private Participant move(Activity shift, long participant, String state) {
        return participants.move(user, SHIFTS, shift.id(), participant, new StateChange(state, "Бас тартты"));
    }

    private ParticipationState state(Activity shift, Participant who) {
        return participants.list(user, SHIFTS, shift.id(), Optional.empty(), Paging.of(null, "")).items().stream()
                .filter(p -> p.id() == who.id())
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Replay replay(Activity shift) {
        return allocations.replay(user, SHIFTS, Pool.activity(shift.id()));
    }

    @Test
    void whoHasAPlaceOnTheSameDaysMeanwhileIsPassedOverAndKeepsTheTurn() {
        Activity shift = shift(1);
        long child = world.child(RecordWorld.VILLAGE);
        Participant seated = apply(shift, world.child(RecordWorld.VILLAGE));
        Participant first = apply(shift, child);
        Participant second = apply(shift, world.child(RecordWorld.VILLAGE));
        Activity other = shift(5);
        long elsewhere = recorded(other, child);

        move(shift, seated.id(), "refused");
        assertEquals(ParticipationState.WAITING, state(shift, first));
        assertEquals(ParticipationState.ACCEPTED, state(shift, second));

        int version = activities.get(user, SHIFTS, shift.id()).version();
        activities.update(user, SHIFTS, shift.id(), version, input(2));
        Refusal.of(Kind.CONFLICT, "activity.no-seat", () -> move(shift, first.id(), "accepted"));
        assertTrue(replay(shift).same());

        move(other, elsewhere, "refused");
        assertEquals(
                ParticipationState.ACCEPTED, move(shift, first.id(), "accepted").state());
        assertTrue(replay(shift).same());
        assertEquals(
                List.of(Event.Kind.PASSED),
                allocations.view(user, SHIFTS, Pool.activity(shift.id()), Paging.of(null, "")).events().items().stream()
                        .map(Event::kind)
                        .filter(Event.Kind.PASSED::equals)
                        .toList());
    }

    /** A place recorded before the rule was held. */
    private long recorded(Activity shift, long child) {
        long id = world.database.nextId();
        world.database.run(tx -> {
            tx.update(
                    "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child, 'ACCEPTED', :at)",
                    Map.of("id", id, "activity", shift.id(), "child", child, "at", world.clock.now()));
            tx.update("update activity set seats_taken = 1 where id = :id", Map.of("id", shift.id()));
        });
        return id;
    }

    @Test
    void aCancelledShiftIsNotRefilled() {
        Activity shift = shift(1);
        Participant seated = apply(shift, world.child(RecordWorld.VILLAGE));
        Participant waiting = apply(shift, world.child(RecordWorld.VILLAGE));
        activities.move(user, SHIFTS, shift.id(), OptionalInt.empty(), new StateChange("cancelled", "Өрт"));
        Refusal.of(Kind.CONFLICT, "activity.closed", () -> move(shift, seated.id(), "refused"));
        assertEquals(ParticipationState.WAITING, state(shift, waiting));
        assertTrue(replay(shift).same());
    }

    @Test
    void whoIsAcceptedLaterThanItAppliedStandsByTheTimeOfItsApplication() {
        Activity shift = shift(1);
        Participant early = participants
                .apply(
                        user,
                        SHIFTS,
                        shift.id(),
                        new Application(List.of(world.child(RecordWorld.VILLAGE)), List.of(), "applied"))
                .items()
                .get(0);
        Participant seated = apply(shift, world.child(RecordWorld.VILLAGE));
        Participant late = apply(shift, world.child(RecordWorld.VILLAGE));
        assertEquals(
                ParticipationState.WAITING, move(shift, early.id(), "accepted").state());
        move(shift, seated.id(), "refused");
        assertEquals(ParticipationState.ACCEPTED, state(shift, early));
        assertEquals(ParticipationState.WAITING, state(shift, late));
        assertTrue(replay(shift).same());
    }

    @Test
    void anActivityKeptBeforeItsSeatsWereWrittenDownIsReplayedFromItsRecords() {
        Activity shift = shift(2);
        Participant seated = apply(shift, world.child(RecordWorld.VILLAGE));
        apply(shift, world.child(RecordWorld.VILLAGE));
        Participant waiting = apply(shift, world.child(RecordWorld.VILLAGE));
        world.database.run(tx -> {
            tx.update("delete from allocation_event where pool_id = :id", Map.of("id", shift.id()));
            tx.update("update activity set allocation_no = 0 where id = :id", Map.of("id", shift.id()));
        });
        assertTrue(replay(shift).same());
        move(shift, seated.id(), "refused");
        assertEquals(ParticipationState.ACCEPTED, state(shift, waiting));
        assertTrue(replay(shift).same());
        assertEquals(2, replay(shift).replayed().placed().size());
    }
}
