package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(DatabaseTest.Things.class)
class DatabaseTest {
    private static final String INSERT =
            "insert into thing (id, name, sex, born, seen, flag, amount, price, parent, content, story)"
                    + " values (:id, :name, :sex, :born, :seen, :flag, :amount, :price, :parent, :content, :story)";

    private final TestDatabase database;

    DatabaseTest(TestDatabase database) {
        this.database = database;
    }

    static final class Things implements BothEngines.Tables {
        @Override
        public void in(TestDatabase database) {
            database.migrations().apply("things", DatabaseTest.class, "V001__things.sql");
        }
    }

    @BeforeEach
    void empty() {
        database.clear("thing");
    }

    private static Map<String, Object> thing(long id, String name) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("name", name);
        for (String column : List.of("sex", "born", "seen", "flag", "amount", "price", "parent", "content", "story")) {
            params.put(column, null);
        }
        return params;
    }

    private void insert(long id, String name) {
        database.run(tx -> tx.update(INSERT, thing(id, name)));
    }

    private List<String> names(String where, Map<String, ?> params) {
        return database.read(tx ->
                tx.list("select name from thing where " + where + " order by id", params, row -> row.text("name")));
    }

    @Test
    void everyKindOfValueComesBackAsItWent() {
        Instant seen = Instant.parse("2026-03-29T01:30:00.123456789Z");
        Map<String, Object> params = thing(1, "Ә'қ: Ң");
        params.put("sex", Sex.FEMALE);
        params.put("born", LocalDate.of(2012, 2, 29));
        params.put("seen", seen);
        params.put("flag", true);
        params.put("amount", 7);
        params.put("price", new BigDecimal("12.50"));
        params.put("parent", Optional.of(5L));
        params.put("content", new byte[] {0, 1, -1});
        params.put("story", "ұ".repeat(100_000));
        database.run(tx -> assertEquals(1, tx.update(INSERT, params)));
        database.read(tx -> tx.one("select * from thing where id = :id", Map.of("id", 1), row -> {
                    assertEquals("Ә'қ: Ң", row.text("name"));
                    assertEquals(Sex.FEMALE, row.value("sex", Sex.class));
                    assertEquals(LocalDate.of(2012, 2, 29), row.date("born"));
                    assertEquals(Instant.parse("2026-03-29T01:30:00.123456Z"), row.instant("seen"));
                    assertTrue(row.flag("flag"));
                    assertEquals(7, row.integer("amount"));
                    assertEquals(5, row.number("parent"));
                    assertArrayEquals(new byte[] {0, 1, -1}, row.bytes("content"));
                    assertEquals(100_000, row.text("story").length());
                    return row;
                }))
                .orElseThrow();
    }

    @Test
    void whatIsAbsentComesBackAsAbsent() {
        insert(1, "bare");
        database.read(tx -> tx.one("select * from thing where id = 1", Map.of(), row -> {
                    assertEquals("", row.text("sex"));
                    assertEquals(Optional.empty(), row.optionalText("story"));
                    assertEquals(Optional.empty(), row.optionalInteger("amount"));
                    assertEquals(Optional.empty(), row.optionalNumber("parent"));
                    assertEquals(Optional.empty(), row.optionalDate("born"));
                    assertEquals(Optional.empty(), row.optionalInstant("seen"));
                    assertEquals(0, row.bytes("content").length);
                    assertFalse(row.flag("flag"));
                    assertThrows(IllegalStateException.class, () -> row.date("born"));
                    return row;
                }))
                .orElseThrow();
    }

    @Test
    void aListOfValuesIsLookedUpAtOnceAndAnEmptyOneFindsNothing() {
        insert(1, "a");
        insert(2, "b");
        insert(3, "c");
        assertEquals(List.of("a", "c"), names("id in (:ids)", Map.of("ids", List.of(1L, 3L))));
        assertEquals(List.of(), names("id in (:ids)", Map.of("ids", List.of())));
        assertEquals(List.of("b"), names("id not in (:ids)", Map.of("ids", Set.of(1L, 3L))));
        assertThrows(IllegalArgumentException.class, () -> names("id not in (:ids)", Map.of("ids", List.of())));
    }

    @Test
    void aColonInAQuotedWordOrACommentIsNoParameter() {
        insert(1, "a:b");
        assertEquals(List.of("a:b"), names("name = 'a:b' /* :x */ and id = :id -- :y\n", Map.of("id", 1L)));
        assertThrows(IllegalArgumentException.class, () -> names("id = :id", Map.of("ident", 1L)));
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        assertThrows(
                IllegalArgumentException.class,
                () -> database.run(tx -> {
                    tx.update(INSERT, thing(1, "half"));
                    throw new IllegalArgumentException("no");
                }));
        assertEquals(List.of(), names("1 = 1", Map.of()));
    }

    @Test
    void whatFollowsACommitDoesNotHappenAfterARollback() {
        List<String> happened = new ArrayList<>();
        database.run(tx -> ((JdbcTx) tx).afterCommit(() -> happened.add("committed")));
        assertThrows(
                IllegalArgumentException.class,
                () -> database.run(tx -> {
                    ((JdbcTx) tx).afterCommit(() -> happened.add("rolled back"));
                    throw new IllegalArgumentException("no");
                }));
        assertEquals(List.of("committed"), happened);
    }

    @Test
    void aBatchTellsHowManyRowsItChanged() {
        List<Map<String, Object>> many =
                IntStream.range(0, 2500).mapToObj(i -> thing(i, "n" + i)).toList();
        assertEquals(2500, database.<Integer>call(tx -> tx.batch(INSERT, many)));
        assertEquals(2500, database.<Long>read(tx -> tx.number("select count(*) from thing", Map.of())));
        AtomicInteger seen = new AtomicInteger();
        database.read(tx -> {
            tx.each("select id, name from thing", Map.of(), row -> seen.incrementAndGet());
            return null;
        });
        assertEquals(2500, seen.get());
    }

    @Test
    void aViolatedConstraintSaysWhichOne() {
        insert(1, "one");
        ConstraintViolation twice = assertThrows(ConstraintViolation.class, () -> insert(2, "one"));
        assertEquals(ConstraintViolation.Kind.UNIQUE, twice.kind());
        assertEquals("thing_name", twice.constraint());

        ConstraintViolation nameless = assertThrows(ConstraintViolation.class, () -> insert(2, null));
        assertEquals(ConstraintViolation.Kind.NOT_NULL, nameless.kind());

        Map<String, Object> negative = thing(3, "negative");
        negative.put("amount", -1);
        ConstraintViolation check =
                assertThrows(ConstraintViolation.class, () -> database.run(tx -> tx.batch(INSERT, List.of(negative))));
        assertEquals(ConstraintViolation.Kind.CHECK, check.kind());
        assertEquals("thing_amount", check.constraint());

        ConstraintViolation reference = assertThrows(
                ConstraintViolation.class,
                () -> database.run(tx ->
                        tx.update("insert into thing_note (id, thing_id) values (1, :thing)", Map.of("thing", 77L))));
        assertEquals(ConstraintViolation.Kind.REFERENCE, reference.kind());
        assertEquals("thing_note_thing", reference.constraint());
    }

    @Test
    void aTransactionInsideAnotherIsRefusedSinceTheyWouldWaitForEachOther() {
        assertThrows(IllegalStateException.class, () -> database.run(tx -> database.run(inner -> insert(1, "inner"))));
        assertThrows(
                IllegalStateException.class, () -> database.run(tx -> database.read(inner -> names("1=1", Map.of()))));
        assertEquals(List.of(), database.read(tx -> names("1 = 1", Map.of())));
    }

    @Test
    void aReadingTransactionDoesNotWrite() {
        assertThrows(IllegalStateException.class, () -> database.read(tx -> tx.update("delete from thing", Map.of())));
    }

    @Test
    void aTextThatOnlyOneEngineCouldKeepIsRefusedByBoth() {
        Problem problem = assertThrows(Problem.class, () -> insert(1, "nul\0"));
        assertEquals("problem.unprintable-text", problem.message().key());
    }

    @Test
    void aFileIsReadAsAStream() {
        byte[] content = new byte[300_000];
        Arrays.fill(content, (byte) 42);
        Map<String, Object> params = thing(1, "file");
        params.put("content", content);
        database.run(tx -> tx.update(INSERT, params));
        byte[] read = database.read(tx -> {
            try (InputStream in = tx.binary("select content from thing where id = :id", Map.of("id", 1L))
                    .orElseThrow()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertArrayEquals(content, read);
        assertTrue(database.<Boolean>read(tx ->
                tx.binary("select content from thing where id = 9", Map.of()).isEmpty()));
    }

    @Test
    void idsAreUniqueAmongAllThreads() throws Exception {
        Set<Long> all = new HashSet<>();
        for (List<Long> some : inParallel(
                8,
                () -> IntStream.range(0, 2500).mapToObj(i -> database.nextId()).toList())) {
            for (int i = 1; i < some.size(); i++) {
                assertTrue(some.get(i - 1) < some.get(i), "ascending within a node");
            }
            all.addAll(some);
        }
        assertEquals(20_000, all.size());
    }

    @Test
    void twoTransactionsThatWaitForEachOtherBothSucceedInTheEnd() throws Exception {
        insert(1, "first");
        insert(2, "second");
        CyclicBarrier met = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger turn = new AtomicInteger();
        inParallel(2, () -> {
            long mine = turn.incrementAndGet();
            AtomicInteger tries = new AtomicInteger();
            database.run(tx -> {
                runs.incrementAndGet();
                tx.update("update thing set amount = coalesce(amount, 0) + 1 where id = :id", Map.of("id", mine));
                if (tries.incrementAndGet() == 1) {
                    meet(met);
                }
                tx.update("update thing set amount = coalesce(amount, 0) + 1 where id = :id", Map.of("id", 3 - mine));
            });
            return mine;
        });
        assertEquals(4, database.<Long>read(tx -> tx.number("select sum(amount) from thing", Map.of())));
        assertTrue(runs.get() > 2, "one of the two was run again");
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> inParallel(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> work).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
