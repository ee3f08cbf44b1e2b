package kz.jolkarta.registry.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class CoachingTest {
    private static final Rule.Coached EVER = new Rule.Coached(AchievementLevel.REPUBLIC, 0);
    private static final Rule.Coached TWO_YEARS = new Rule.Coached(AchievementLevel.REPUBLIC, 24);

    private final RecordWorld world;

    CoachingTest(TestDatabase database) {
        world = new RecordWorld(database);
    }

    private Set<Long> among(Rule.Coached rule, long... staff) {
        List<Long> ids = java.util.stream.LongStream.of(staff).boxed().toList();
        return world.database.read(tx -> Coaching.among(tx, world.ledger.facts(), ids, rule, RecordWorld.TODAY));
    }

    private long teacher() {
        return world.staff(RecordWorld.CITY, "TEACHER");
    }

    private void category(long child, LocalDate from, LocalDate to) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", world.database.nextId());
        row.put("child", child);
        row.put("from", from);
        row.put("to", to);
        world.database.run(tx -> tx.update(
                "insert into child_category (id, child_id, category, valid_from, valid_to)"
                        + " values (:id, :child, 'LARGE_FAMILY', :from, :to)",
                row));
    }

    @Test
    void aPrizeOfTheLevelOrAboveCounts() {
        long child = world.child(RecordWorld.VILLAGE);
        long republic = teacher();
        long world1 = teacher();
        long region = teacher();
        LocalDate won = RecordWorld.TODAY.minusMonths(3);
        world.achievement(child, republic, AchievementLevel.REPUBLIC, 2, false, won);
        world.achievement(child, world1, AchievementLevel.INTERNATIONAL, null, true, won);
        world.achievement(child, region, AchievementLevel.REGION, 1, false, won);
        assertEquals(Set.of(republic, world1), among(EVER, republic, world1, region));
    }

    @Test
    void mereParticipationDoesNotCount() {
        long child = world.child(RecordWorld.VILLAGE);
        long teacher = teacher();
        world.achievement(child, teacher, AchievementLevel.REPUBLIC, null, false, RecordWorld.TODAY);
        assertEquals(Set.of(), among(EVER, teacher));
    }

    @Test
    void aPrizeIsTooOldOnTheDayTheTermHasPassed() {
        long child = world.child(RecordWorld.VILLAGE);
        long old = teacher();
        long justInTime = teacher();
        long future = teacher();
        LocalDate edge = RecordWorld.TODAY.minusMonths(24);
        world.achievement(child, old, AchievementLevel.REPUBLIC, 1, false, edge);
        world.achievement(child, justInTime, AchievementLevel.REPUBLIC, 1, false, edge.plusDays(1));
        world.achievement(child, future, AchievementLevel.REPUBLIC, 1, false, RecordWorld.TODAY.plusDays(1));
        assertEquals(Set.of(justInTime), among(TWO_YEARS, old, justInTime, future));
        assertEquals(Set.of(old, justInTime), among(EVER, old, justInTime, future));
    }

    @Test
    void theWinnerIsOfTheTargetGroupOnTheDayOfThePrizeOrToday() {
        LocalDate won = RecordWorld.TODAY.minusMonths(12);
        long never = teacher();
        long then = teacher();
        long now = teacher();
        long between = teacher();
        world.achievement(world.child(RecordWorld.CITY), never, AchievementLevel.REPUBLIC, 1, false, won);
        long endedSince = world.child(RecordWorld.CITY);
        category(endedSince, won.minusMonths(1), won.plusMonths(1));
        world.achievement(endedSince, then, AchievementLevel.REPUBLIC, 1, false, won);
        long registeredSince = world.child(RecordWorld.CITY);
        category(registeredSince, won.plusMonths(1), null);
        world.achievement(registeredSince, now, AchievementLevel.REPUBLIC, 1, false, won);
        long forAWhile = world.child(RecordWorld.CITY);
        category(forAWhile, won.plusMonths(1), won.plusMonths(2));
        world.achievement(forAWhile, between, AchievementLevel.REPUBLIC, 1, false, won);
        assertEquals(Set.of(then, now), among(EVER, never, then, now, between));
    }

    @Test
    void resultsAreListedNewestFirstAndWhereverTheChildLives() {
        long teacher = teacher();
        long here = world.child(RecordWorld.VILLAGE);
        long elsewhere = world.child(RecordWorld.ELSEWHERE);
        world.achievement(here, teacher, AchievementLevel.REPUBLIC, 3, false, RecordWorld.TODAY.minusMonths(2));
        world.achievement(
                elsewhere, teacher, AchievementLevel.INTERNATIONAL, 1, false, RecordWorld.TODAY.minusMonths(1));
        List<Coaching.Result> results = world.database.read(
                tx -> Coaching.results(tx, world.ledger.facts(), List.of(teacher), TWO_YEARS, RecordWorld.TODAY));
        assertEquals(
                List.of(elsewhere, here),
                results.stream().map(Coaching.Result::child).toList());
        assertEquals(List.of(1, 3), results.stream().map(Coaching.Result::place).toList());
    }
}
