package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class QuotaRaceTest {
    private static final int RUNS = 100;
    private static final int CAP = 5;
    private static final String CAMPS = "health-camps";

    @Test
    void sixteenApprovalsAtOnceTakeExactlyTheCap(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        Quotas quotas = new Quotas(world.ledger);
        Awards awards = new Awards(world.ledger, quotas);
        User user = RecordWorld.coordinator(RecordWorld.REGION);
        long child = world.child(RecordWorld.VILLAGE);
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                int year = 2020 + run % 70;
                long quota = quota(world, year);
                List<Long> waiting = waiting(world, user, child, year);
                AtomicInteger approved = new AtomicInteger();
                AtomicInteger refused = new AtomicInteger();
                crowd.all(i -> {
                    try {
                        awards.move(user, CAMPS, waiting.get(i), OptionalInt.empty(), new StateChange("approved", ""));
                        approved.incrementAndGet();
                    } catch (Problem full) {
                        assertEquals("quota.exhausted", full.message().key());
                        refused.incrementAndGet();
                    }
                });
                assertEquals(CAP, approved.get());
                assertEquals(Crowd.SIZE - CAP, refused.get());
                assertEquals(CAP, world.number("select used from quota where id = :id", Map.of("id", quota)));
                assertEquals(
                        CAP,
                        world.number(
                                "select count(*) from award where quota_id = :id and state = 'APPROVED'",
                                Map.of("id", quota)));
            }
        }
    }

    /** A fresh cap, with everything of the last run taken away. */
    private static long quota(RecordWorld world, int year) {
        long id = world.database.nextId();
        world.database.run(tx -> {
            tx.update("delete from award", Map.of());
            tx.update("delete from quota", Map.of());
            QuotaStore.insert(tx, id, CAMPS, new QuotaInput("visit", RecordWorld.REGION, year, CAP));
        });
        return id;
    }

    private static List<Long> waiting(RecordWorld world, User user, long child, int year) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < Crowd.SIZE; i++) {
            rows.add(Map.of(
                    "id",
                    world.database.nextId(),
                    "year",
                    year,
                    "territory",
                    RecordWorld.VILLAGE,
                    "child",
                    child,
                    "by",
                    user.id(),
                    "at",
                    world.clock.now()));
        }
        world.database.run(tx -> tx.batch(
                "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                        + " values (:id, 'health-camps', 'visit', :year, :territory, :child, 'COMMISSION', :by, :at)",
                rows));
        return rows.stream().map(r -> (Long) r.get("id")).toList();
    }
}
