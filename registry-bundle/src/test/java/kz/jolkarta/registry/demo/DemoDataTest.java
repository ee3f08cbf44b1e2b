package kz.jolkarta.registry.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class DemoDataTest {
    private static final long BATCH = 7;
    private static final String[] TABLES = {
        "organisation",
        "staff",
        "consent",
        "achievement",
        "diagnostic_result",
        "activity",
        "participation",
        "activity_session",
        "presence",
        "quota",
        "award",
        "payment",
        "deliverable",
        "deliverable_child",
        "demo_step"
    };

    private final TestDatabase database;
    private final RecordWorld world;

    DemoDataTest(TestDatabase database) {
        this.database = database;
        this.world = new RecordWorld(database);
    }

    private static final class Silent implements Audit {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            // The trail has tests of its own.
        }

        @Override
        public void record(Tx tx, User user, java.util.List<Entry> entries) {
            // The trail has tests of its own.
        }
    }

    private long children() {
        if (world.number("select count(*) from child", Map.of()) == 0) {
            for (int i = 0; i < 300; i++) {
                long id = world.child(i % 3 == 0 ? RecordWorld.CITY : RecordWorld.VILLAGE);
                listed(id);
            }
            for (String place :
                    new String[] {"231000000", "234600000", "233620100", "234030100", "234630100", "235630100"}) {
                database.run(tx -> tx.update(
                        "insert into territory (code, kind, rural, name_kk, name_ru, name_en, valid_from)"
                                + " values (:code, 'VILLAGE', :rural, 'x', 'x', 'x', :since)",
                        Map.of("code", place, "rural", true, "since", LocalDate.of(1900, 1, 1))));
            }
        }
        return BATCH;
    }

    private void listed(long child) {
        Map<String, Long> params = Map.of("batch", BATCH, "id", child);
        database.run(tx -> {
            tx.update("update child set import_id = :batch where id = :id", params);
            tx.update("update child_talent set import_id = :batch where child_id = :id", params);
        });
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : TABLES) {
            counts.put(table, world.number("select count(*) from " + table, Map.of()));
        }
        return counts;
    }

    @Test
    void aYearIsLoadedOnceAndKeepsEveryRule() throws InterruptedException {
        DemoData data = new DemoData(world.ledger, new Silent(), this::children);
        DemoData stopped = new DemoData(world.ledger, new Silent(), () -> {
            throw new InterruptedException("the node stops");
        });
        assertThrows(InterruptedException.class, stopped::load);
        data.load();
        assertTrue(data.complete());
        Map<String, Long> once = counts();
        once.forEach((table, rows) -> assertTrue(rows > 0, table));
        data.load();
        assertEquals(once, counts());

        assertEquals(
                0,
                world.number(
                        "select count(*) from activity a where a.seats_taken <> (select count(*) from participation p"
                                + " where p.activity_id = a.id and p.state in ('ACCEPTED', 'ATTENDED', 'ABSENT'))",
                        Map.of()));
        assertEquals(
                0,
                world.number(
                        "select count(*) from quota q where q.used <> (select count(*) from award a where a.quota_id = q.id)",
                        Map.of()));
        assertEquals(
                0,
                world.number(
                        "select count(*) from award where quota_id is null and state in ('APPROVED', 'ISSUED', 'ENDED')",
                        Map.of()));
        for (String state : new String[] {"ENDED", "RETURNED", "APPROVED", "COMMISSION"}) {
            assertTrue(world.number("select count(*) from award where state = :s", Map.of("s", state)) > 0, state);
        }
        assertEquals(3, world.number("select count(distinct language) from deliverable", Map.of()));
        assertTrue(world.number("select count(*) from consent where withdrawn_on is not null", Map.of()) > 0);
        assertEquals(
                0,
                world.number(
                        "select count(*) from activity_session where held_on > :today",
                        Map.of("today", RecordWorld.TODAY)));
    }
}
