package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.Problem;
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
class QuotaRaceTest {
    private static final int RUNS = 100;
    private static final int CAP = 5;
    private static final int NATIONAL = 100;
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
                long quota = quota(world, "visit", RecordWorld.REGION, year, CAP);
                List<Long> waiting = with(world, user, "visit", child, year);
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

    @Test
    void vouchersThatAreGivenBackGoToTheFirstWhoWaitAndTheCapIsExact(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        Awards awards = new Awards(world.ledger, new Quotas(world.ledger));
        User user = RecordWorld.coordinator(RecordWorld.REGION);
        long child = world.child(RecordWorld.VILLAGE);
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                int year = 2020 + run % 70;
                long quota = quota(world, "voucher", RecordWorld.REGION, year, CAP);
                List<Long> ids = with(world, user, "voucher", child, year);
                crowd.all(i -> {
                    AwardState state = move(awards, user, ids.get(i), "approved");
                    if (i % 2 == 0 && state == AwardState.APPROVED) {
                        move(awards, user, ids.get(i), "issued");
                        move(awards, user, ids.get(i), "returned");
                    } else if (i % 2 == 0) {
                        move(awards, user, ids.get(i), "refused");
                    }
                });
                exact(world, user, quota, CAP);
                assertEquals(
                        Crowd.SIZE / 2 - CAP,
                        world.number(
                                "select count(*) from award where quota_id = :id and state = 'COMMISSION'"
                                        + " and waiting_since is not null",
                                Map.of("id", quota)));
            }
        }
    }

    @Test
    void theNationalCapIsExactWhetherTheYearsQuotaIsThereOrPutDownByTheFirst(TestDatabase database) {
        RecordWorld world = new RecordWorld(database);
        Awards awards = new Awards(world.ledger, new Quotas(world.ledger));
        User user = RecordWorld.coordinator("");
        long child = world.child(RecordWorld.VILLAGE);
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < RUNS; run++) {
                int year = 2020 + run % 70;
                boolean there = run % 2 == 0;
                String type = there ? "teacher-award" : "honour";
                long set = quota(world, there ? type : "visit", "", year, there ? NATIONAL : CAP);
                if (there) {
                    approved(world, set, year, child, NATIONAL - CAP);
                }
                List<Long> ids = with(world, user, type, child, year);
                AtomicInteger refused = new AtomicInteger();
                crowd.all(i -> {
                    try {
                        move(awards, user, ids.get(i), "approved");
                    } catch (Problem full) {
                        assertEquals("quota.exhausted", full.message().key());
                        refused.incrementAndGet();
                    }
                });
                assertEquals(Crowd.SIZE - CAP, refused.get());
                long quota = world.number("select id from quota where type = :type", Map.of("type", type));
                exact(world, user, quota, there ? NATIONAL : CAP);
            }
        }
    }

    private static AwardState move(Awards awards, User user, long id, String state) {
        return awards.move(user, CAMPS, id, OptionalInt.empty(), new StateChange(state, "Бас тартты"))
                .state();
    }

    private static void exact(RecordWorld world, User user, long quota, int cap) {
        assertEquals(cap, world.number("select used from quota where id = :id", Map.of("id", quota)));
        assertEquals(
                cap,
                world.number(
                        "select count(*) from award where quota_id = :id and state = 'APPROVED'", Map.of("id", quota)));
        Replay replay = new Allocations(world.ledger).replay(user, CAMPS, Pool.quota(quota));
        assertTrue(replay.same(), replay::toString);
        assertEquals(cap, replay.replayed().placed().size());
    }

    /** Awards approved before anything was written down of who has a place. */
    private static void approved(RecordWorld world, long quota, int year, long child, int number) {
        world.database.run(tx -> {
            for (int i = 0; i < number; i++) {
                tx.update(
                        "insert into award (id, measure, type, award_year, territory, child_id, quota_id, state, proposed_by, created_at)"
                                + " values (:id, 'health-camps', 'teacher-award', :year, :territory, :child, :quota, 'APPROVED', 1, :at)",
                        Map.of(
                                "id",
                                world.database.nextId(),
                                "year",
                                year,
                                "territory",
                                RecordWorld.VILLAGE,
                                "child",
                                child,
                                "quota",
                                quota,
                                "at",
                                world.clock.now()));
            }
            tx.update("update quota set used = :n where id = :id", Map.of("n", number, "id", quota));
        });
    }

    /** A fresh cap, with everything of the last run taken away. */
    private static long quota(RecordWorld world, String type, String territory, int year, int cap) {
        long id = world.database.nextId();
        world.database.run(tx -> {
            tx.update("delete from award", Map.of());
            tx.update("delete from quota", Map.of());
            QuotaStore.insert(tx, id, CAMPS, new QuotaInput(type, territory, year, cap));
        });
        return id;
    }

    /** As many awards as there are threads, all with the commission. */
    private static List<Long> with(RecordWorld world, User user, String type, long child, int year) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < Crowd.SIZE; i++) {
            rows.add(Map.of(
                    "id",
                    world.database.nextId(),
                    "type",
                    type,
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
                        + " values (:id, 'health-camps', :type, :year, :territory, :child, 'COMMISSION', :by, :at)",
                rows));
        return rows.stream().map(r -> (Long) r.get("id")).toList();
    }
}
