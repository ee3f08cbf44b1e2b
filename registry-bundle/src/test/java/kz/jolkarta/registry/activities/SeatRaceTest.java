package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
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
                ActivityInput input = new ActivityInput(
                        "open-day",
                        "Жарыс",
                        RecordWorld.REGION,
                        null,
                        null,
                        null,
                        RecordWorld.TODAY,
                        null,
                        null,
                        SEATS,
                        Map.of());
                Activity made = activities.create(user, TECHNOPARKS, input);
                activities.move(user, TECHNOPARKS, made.id(), OptionalInt.empty(), new StateChange("open", ""));
                crowd.all(i -> participants.apply(
                        user, TECHNOPARKS, made.id(), new Application(List.of(children.get(i)), List.of(), "")));
                assertEquals(SEATS, activities.get(user, TECHNOPARKS, made.id()).seatsTaken());
                assertEquals(SEATS, count(world, made, "ACCEPTED"));
                assertEquals(Crowd.SIZE - SEATS, count(world, made, "WAITING"));
            }
        }
    }

    private static long count(RecordWorld world, Activity activity, String state) {
        return world.number(
                "select count(*) from participation where activity_id = :id and state = :state",
                Map.of("id", activity.id(), "state", state));
    }
}
