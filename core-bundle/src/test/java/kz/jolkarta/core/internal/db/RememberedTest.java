package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(DatabaseTest.Things.class)
class RememberedTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T07:00:00Z");

    private final TestDatabase database;
    private final Remembered<String, Long> known;
    private int worked;
    private final Supplier<Long> things;

    RememberedTest(TestDatabase database) {
        this.database = database;
        this.known = new Remembered<>(database, 10);
        this.things = () -> {
            worked++;
            return database.read(tx -> tx.number("select count(*) from thing", Map.of()));
        };
    }

    @BeforeEach
    void empty() {
        database.clear("thing");
    }

    private void insert(long id) {
        database.run(tx -> tx.update("insert into thing (id, name) values (:id, 'x')", Map.of("id", id)));
    }

    @Test
    void isWorkedOutAgainOnlyAfterTheDataHaveChanged() {
        assertEquals(0, known.of("things", things));
        assertEquals(0, known.of("things", things));
        assertEquals(1, worked);
        insert(1);
        assertEquals(1, known.of("things", things));
        assertEquals(2, worked);
        assertEquals(1, known.of("other key", things));
        assertEquals(3, worked);
    }

    @Test
    void whatIsRolledBackOrNotCountedChangesNothing() {
        known.of("things", things);
        assertThrows(
                IllegalStateException.class,
                () -> database.run(tx -> {
                    tx.update("insert into thing (id, name) values (7, 'x')", Map.of());
                    throw new IllegalStateException("rolled back");
                }));
        database.run(tx -> tx.update("delete from job", Map.of()));
        database.run(tx -> tx.update("delete from thing where id = 9", Map.of()));
        database.run(tx -> tx.update("update thing set name = name where id = 1", Map.of()));
        assertEquals(0, known.of("things", things));
        assertEquals(1, worked);
    }

    @Test
    void anOldAnswerThatTakesLongSaysItsMomentAndIsRenewedBehind() throws InterruptedException {
        Supplier<Long> slowly = () -> {
            LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
            return things.get();
        };
        assertEquals(new Remembered.Dated<>(0L, MORNING), known.dated("things", MORNING, slowly));
        insert(2);
        assertEquals(new Remembered.Dated<>(0L, MORNING), known.dated("things", NOON, slowly));
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (known.dated("things", NOON, slowly).answer() == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(new Remembered.Dated<>(1L, NOON), known.dated("things", NOON, slowly));
    }

    @Test
    void oneThatTakesNoTimeIsThatOfTheMoment() {
        assertEquals(new Remembered.Dated<>(0L, MORNING), known.dated("things", MORNING, things));
        insert(3);
        assertEquals(new Remembered.Dated<>(1L, NOON), known.dated("things", NOON, things));
    }

    @Test
    void theFirstAskerIsLetGoAfterAWhileAndIsToldLaterAlsoThatItFailed() {
        Duration never = Duration.ZERO;
        Supplier<Long> slowly = () -> {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return things.get();
        };
        assertEquals(Optional.empty(), known.within(never, "things", MORNING, slowly));
        Eventually.until(
                "it is counted",
                () -> known.within(never, "things", MORNING, slowly).isPresent());
        assertEquals(1, worked, "it was begun once");
        Supplier<Long> broken = () -> {
            throw new IllegalStateException("broken");
        };
        Duration long20 = Duration.ofSeconds(20);
        assertThrows(IllegalStateException.class, () -> known.within(long20, "broken", MORNING, broken));
        assertEquals(
                0, known.within(long20, "broken", MORNING, things).orElseThrow().answer(), "and it is tried again");
    }

    @Test
    void whoDoesNotWaitIsToldWhatIsKnownAndAskedAnewOnlyAfterARest() {
        Duration rest = Duration.ofHours(1);
        assertEquals(Optional.empty(), known.known("things", MORNING, rest, things));
        Eventually.until(
                "it is counted",
                () -> known.known("things", MORNING, rest, things).isPresent());
        insert(3);
        assertEquals(Optional.of(0L), known.known("things", MORNING.plusSeconds(60), rest, things));
        assertEquals(1, worked, "it rests");
        known.known("things", NOON, rest, things);
        Eventually.until(
                "it is counted again",
                () -> known.known("things", NOON, rest, things).equals(Optional.of(1L)));
    }
}
