package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ScriptRunnerTest {
    private static final FixedClock CLOCK = FixedClock.at("2026-03-02");
    private static final Script FIRST =
            new Script(1, "V001__first.sql", "create table shelf (id integer not null primary key);\n");
    private static final Script SECOND = new Script(
            2,
            "V002__second.sql",
            "-- one book\ninsert into shelf (id)\n    values (7);\ncreate table book (id integer);\n");
    private static final Script BROKEN =
            new Script(2, "V002__second.sql", "insert into shelf (id) values (8);\ncreate tabel book (id integer);\n");

    private final TestDatabase database;
    private final ConnectionSource source;

    ScriptRunnerTest(TestDatabase database) {
        this.database = database;
        this.source = ((JdbcDatabase) database.database()).source();
    }

    private ScriptRunner starter() {
        return new ScriptRunner(source, CLOCK);
    }

    @AfterEach
    void drop() {
        for (String table : List.of("shelf", "book")) {
            try {
                database.run(tx -> ((JdbcTx) tx).execute("drop table " + table));
            } catch (IllegalStateException absent) {
                assertTrue(absent.getMessage().contains("in: drop table"));
            }
        }
        database.run(tx -> tx.update("delete from schema_history where bundle = 'shop'", Map.of()));
    }

    private long count(String sql) {
        return database.<Long>read(tx -> tx.number(sql, Map.of()));
    }

    @Test
    void aScriptIsAppliedOnceHoweverOftenTheBundleStarts() {
        starter().apply("shop", List.of(FIRST));
        starter().apply("shop", List.of(FIRST, SECOND));
        starter().apply("shop", List.of(FIRST, SECOND));
        assertEquals(1, count("select count(*) from shelf"));
        assertEquals(2, count("select count(*) from schema_history where bundle = 'shop'"));
    }

    @Test
    void manyStartersAtOnceApplyEachScriptExactlyOnce() throws Exception {
        // As on the very first start, when even the history is not there yet.
        database.run(tx -> ((JdbcTx) tx).execute("drop table schema_history"));
        database.run(tx -> ((JdbcTx) tx).execute("drop table schema_lock"));
        int starters = 4;
        CyclicBarrier together = new CyclicBarrier(starters);
        ExecutorService pool = Executors.newFixedThreadPool(starters);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < starters; i++) {
                runs.add(pool.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    starter().apply("shop", List.of(FIRST, SECOND));
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get(120, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(1, count("select count(*) from shelf"));
        assertEquals(2, count("select count(*) from schema_history where bundle = 'shop'"));
    }

    @Test
    void aScriptThatFailsLeavesNothingOfItselfAndIsAppliedWhenItIsMended() {
        assertThrows(IllegalStateException.class, () -> starter().apply("shop", List.of(FIRST, BROKEN)));
        assertEquals(0, count("select count(*) from shelf"));
        starter().apply("shop", List.of(FIRST, SECOND));
        assertEquals(1, count("select count(*) from shelf where id = 7"));
    }

    @Test
    void aScriptThatChangedAfterItWasAppliedStopsTheBundleAndIsNamed() {
        starter().apply("shop", List.of(FIRST));
        Script changed = new Script(1, FIRST.name(), FIRST.text() + "\n");
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> starter().apply("shop", List.of(changed)));
        assertTrue(refused.getMessage().contains("V001__first.sql"), refused.getMessage());
    }

    @Test
    void anOlderVersionDoesNotRunOnANewerDatabase() {
        starter().apply("shop", List.of(FIRST, SECOND));
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> starter().apply("shop", List.of(FIRST)));
        assertTrue(refused.getMessage().contains("older version"), refused.getMessage());
    }

    @Test
    void theNumberInAScriptsNameIsItsPlace() {
        assertThrows(
                IllegalArgumentException.class,
                () -> starter().apply("shop", ScriptRunnerTest.class, "V002__things.sql"));
        assertThrows(
                IllegalArgumentException.class,
                () -> starter().apply("shop", ScriptRunnerTest.class, "V001__absent.sql"));
    }

    @Test
    void theEnginesOwnWordsAreFilledIn() {
        Script script =
                new Script(1, "V001__x.sql", "create table x (a ${binary}, b ${longtext}, c varchar(5)${ascii});");
        assertEquals(
                List.of("create table x (a bytea, b text, c varchar(5) collate \"C\")"),
                script.statements(Engine.POSTGRESQL));
        assertEquals(List.of("create table x (a blob, b clob, c varchar(5))"), script.statements(Engine.DERBY));
    }
}
