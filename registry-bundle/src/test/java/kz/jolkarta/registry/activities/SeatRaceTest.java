package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.allocation.Replay;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class SeatRaceTest {
    private static final int RUNS = 100;
    private static final int SEATS = 5;
    private static final String TECHNOPARKS = "technoparks";

    @Test
    void sixteenWhoApplyAtOnceGetExactlyTheSeats(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        Activities activities = new Activities(world.ledger);
        Participants participants = new Participants(world.ledger, activities);
        User user = RecordWorld.coordinator(RecordWorld.REGION);
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < Crowd.SIZE; i++) {
            children.add(world.child(RecordWorld.VILLAGE));
        }
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                Activity made = activities.create(user, TECHNOPARKS, day(SEATS));
                activities.move(user, TECHNOPARKS, made.id(), OptionalInt.empty(), new StateChange("open", ""));
                crowd.all(i -> participants.apply(
                        user, TECHNOPARKS, made.id(), new Application(List.of(children.get(i)), List.of(), "")));
                assertEquals(SEATS, activities.get(user, TECHNOPARKS, made.id()).seatsTaken());
                assertEquals(SEATS, count(world, made, "ACCEPTED"));
                assertEquals(Crowd.SIZE - SEATS, count(world, made, "WAITING"));
            }
        }
    }

    @Test
    void sixteenWhoComeAndGoWhileSeatsAreAddedLeaveNoSeatEmptyAndNobodyWaitsOutOfTurn(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        Activities activities = new Activities(world.ledger);
        Participants participants = new Participants(world.ledger, activities);
        Allocations allocations = new Allocations(world.ledger);
        User user = RecordWorld.coordinator(RecordWorld.REGION);
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < Crowd.SIZE; i++) {
            children.add(world.child(RecordWorld.VILLAGE));
        }
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                Activity made = activities.create(user, TECHNOPARKS, day(SEATS));
                crowd.all(i -> {
                    if (i == 1) {
                        activities.update(user, TECHNOPARKS, made.id(), made.version(), day(SEATS + 2));
                    }
                    long came = participants
                            .apply(
                                    user,
                                    TECHNOPARKS,
                                    made.id(),
                                    new Application(List.of(children.get(i)), List.of(), ""))
                            .items()
                            .get(0)
                            .id();
                    if (i % 2 == 0) {
                        participants.move(user, TECHNOPARKS, made.id(), came, new StateChange("refused", "Бас тартты"));
                    }
                });
                assertEquals(
                        SEATS + 2, activities.get(user, TECHNOPARKS, made.id()).seatsTaken());
                assertEquals(SEATS + 2, count(world, made, "ACCEPTED"));
                assertEquals(Crowd.SIZE / 2 - SEATS - 2, count(world, made, "WAITING"));
                Replay replay = allocations.replay(user, TECHNOPARKS, Pool.activity(made.id()));
                assertTrue(replay.same(), replay::toString);
                assertEquals(SEATS + 2, replay.replayed().placed().size());
            }
        }
    }

    private static ActivityInput day(int seats) {
        return new ActivityInput(
                "open-day",
                "Жарыс",
                RecordWorld.REGION,
                null,
                null,
                null,
                RecordWorld.TODAY,
                null,
                null,
                seats,
                Map.of());
    }

    private static long count(RecordWorld world, Activity activity, String state) {
        return world.number(
                "select count(*) from participation where activity_id = :id and state = :state",
                Map.of("id", activity.id(), "state", state));
    }
}
