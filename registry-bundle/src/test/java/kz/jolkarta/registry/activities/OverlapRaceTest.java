package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class OverlapRaceTest {
    private static final int RUNS = 20;

    @Test
    void sixteenShiftsThatWantTheSameChildrenAtOnceSeatEachOfThemOnce(TestDatabase database) {
        RecordWorld world = new RecordWorld(database, RuledMeasures.all());
        Activities activities = new Activities(world.ledger);
        Participants participants = new Participants(world.ledger, activities);
        User user = RecordWorld.coordinator(RecordWorld.REGION);
        List<Long> shifts = new ArrayList<>();
        for (int i = 0; i < Crowd.SIZE; i++) {
            LocalDate starts = LocalDate.of(2026, 6, 1).plusDays(i);
            ActivityInput input = new ActivityInput(
                    "shift",
                    "Ауысым",
                    RecordWorld.REGION,
                    null,
                    null,
                    null,
                    starts,
                    starts.plusDays(20),
                    null,
                    1000,
                    Map.of());
            shifts.add(activities.create(user, RuledMeasures.SHIFTS, input).id());
        }
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                List<Long> children = new ArrayList<>(List.of(
                        world.child(RecordWorld.VILLAGE),
                        world.child(RecordWorld.VILLAGE),
                        world.child(RecordWorld.VILLAGE)));
                List<Long> backwards = new ArrayList<>(children);
                Collections.reverse(backwards);
                crowd.all(i -> participants.apply(
                        user,
                        RuledMeasures.SHIFTS,
                        shifts.get(i),
                        new Application(i % 2 == 0 ? children : backwards, List.of(), "")));
                for (long child : children) {
                    assertEquals(
                            1,
                            world.number(
                                    "select count(*) from participation where child_id = :child",
                                    Map.of("child", child)));
                }
            }
        }
    }
}
