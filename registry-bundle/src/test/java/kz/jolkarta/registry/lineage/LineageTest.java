package kz.jolkarta.registry.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.lineage.Lineage.OfChild;
import kz.jolkarta.registry.lineage.Lineage.OfStaff;
import kz.jolkarta.registry.lineage.Lineage.Part;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class LineageTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;
    private static final Paging FIRST = Paging.of(50, "");

    private final RecordWorld world;
    private final Lineage lineage;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    LineageTest(TestDatabase database) {
        world = new RecordWorld(database);
        lineage = new Lineage(world.ledger);
    }

    private long teacher() {
        return world.staff(RecordWorld.CITY, "TEACHER");
    }

    private void insert(String sql, Map<String, Object> params) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("id", world.database.nextId());
        all.put("at", world.clock.now());
        all.put("territory", RecordWorld.CITY);
        world.database.run(tx -> tx.update(sql, all));
    }

    private void seminar(long teacher, LocalDate starts, String state, String certificate) {
        long activity = world.database.nextId();
        insert(
                "insert into activity (id, measure, type, title, territory, starts, ends, hours, state, created_by, created_at)"
                        + " values (:activity, 'seminars', 'training', 'Курс', :territory, :starts, :starts, 36, 'HELD', 1, :at)",
                Map.of("activity", activity, "starts", starts));
        Map<String, Object> took = new HashMap<>(Map.of("activity", activity, "teacher", teacher, "state", state));
        took.put("certificate", certificate.isEmpty() ? null : certificate);
        insert(
                "insert into participation (id, activity_id, staff_id, state, applied_at, certificate)"
                        + " values (:id, :activity, :teacher, :state, :at, :certificate)",
                took);
    }

    private void award(long teacher, String state) {
        insert(
                "insert into award (id, measure, type, award_year, territory, staff_id, state, document_number, proposed_by,"
                        + " created_at) values (:id, 'teacher-awards', 'best-teacher', 2025, :territory, :teacher, :state,"
                        + " 'Б-1', 1, :at)",
                Map.of("teacher", teacher, "state", state));
    }

    private void material(long teacher, String state) {
        insert(
                "insert into deliverable (id, measure, type, title, territory, state, deliverable_year, adopted_on, author_id,"
                        + " created_by, created_at) values (:id, 'best-practice', 'method-guide', 'Құрал', :territory, :state,"
                        + " 2025, :adopted, :teacher, 1, :at)",
                Map.of("teacher", teacher, "state", state, "adopted", TODAY));
    }

    @Test
    void ofATeacherShowsResultsWithSeminarsAwardsAndMaterials() {
        long teacher = teacher();
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, teacher, AchievementLevel.REPUBLIC, 1, false, TODAY.minusDays(10));
        world.achievement(child, teacher, AchievementLevel.REGION, null, false, TODAY.minusDays(5));
        seminar(teacher, TODAY.minusMonths(2), "ATTENDED", "4-2026-1-1");
        seminar(teacher, TODAY.minusMonths(1), "ABSENT", "");
        award(teacher, "ISSUED");
        award(teacher, "REFUSED");
        material(teacher, "ADOPTED");
        material(teacher, "DRAFT");

        OfStaff found = lineage.ofStaff(coordinator, teacher, FIRST);
        assertEquals("Ұстаз Айгүл", found.coach().name());
        assertEquals(1, found.results().items().size(), "mere participation is no result");
        Win win = found.results().items().get(0);
        assertEquals(child, win.childId());
        assertEquals("Сынақов Әлихан", win.childName());
        assertEquals(AchievementLevel.REPUBLIC, win.level());
        assertEquals("Олимпиада", win.event());
        assertEquals(TODAY.minusDays(10), win.wonOn());
        assertEquals(
                List.of("4-2026-1-1"),
                found.seminars().items().stream().map(Seminar::certificate).toList());
        assertEquals(
                List.of("ISSUED"),
                found.awards().items().stream().map(Honour::state).toList());
        assertEquals(1, found.materials().items().size());
    }

    @Test
    void aChildIsNamedOnlyToWhoMaySeeIt() {
        long teacher = teacher();
        world.achievement(world.child(RecordWorld.ELSEWHERE), teacher, AchievementLevel.REPUBLIC, 1, false, TODAY);
        world.achievement(world.child(RecordWorld.VILLAGE), teacher, AchievementLevel.REPUBLIC, 2, false, TODAY);
        List<Win> seen = lineage.ofStaff(coordinator, teacher, FIRST).results().items();
        assertEquals(2, seen.size());
        assertEquals(1, seen.stream().filter(w -> w.childName() != null).count());
        assertEquals(
                2,
                seen.stream()
                        .filter(w -> w.childId() != null)
                        .findFirst()
                        .orElseThrow()
                        .place());

        User administrator = RecordWorld.user(3, "", Role.ADMINISTRATOR);
        lineage.ofStaff(administrator, teacher, FIRST).results().items().forEach(w -> {
            assertNull(w.childId());
            assertNull(w.childName());
        });
    }

    @Test
    void aTeacherOfAnotherRegionIsUnknown() {
        long teacher = teacher();
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> lineage.ofStaff(stranger, teacher, FIRST));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> lineage.part(stranger, teacher, Part.SEMINARS, FIRST));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> lineage.ofStaff(coordinator, 987_654_321L, FIRST));
    }

    @Test
    void eachPartIsReadPageByPageWithNothingLostOrTwice() {
        long teacher = teacher();
        long child = world.child(RecordWorld.VILLAGE);
        for (int i = 0; i < 5; i++) {
            world.achievement(child, teacher, AchievementLevel.REPUBLIC, 1, false, TODAY.minusDays(i / 2));
            seminar(teacher, TODAY.minusDays(i / 2), "ATTENDED", "");
            award(teacher, "ENDED");
            material(teacher, "ADOPTED");
        }
        for (Part part : Part.values()) {
            assertEquals(5, distinct(teacher, part), part.name());
        }
    }

    private long distinct(long teacher, Part part) {
        List<Object> rows = new java.util.ArrayList<>();
        String after = "";
        do {
            Page<?> page = lineage.part(coordinator, teacher, part, Paging.of(2, after));
            assertTrue(page.items().size() <= 2);
            rows.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty());
        assertEquals(5, rows.size());
        return rows.stream().distinct().count();
    }

    @Test
    void ofAChildShowsItsPrizesWithTheirCoachesAndWhatTheyLearned() {
        long first = teacher();
        long second = teacher();
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, first, AchievementLevel.REPUBLIC, 1, false, TODAY.minusDays(2));
        world.achievement(child, first, AchievementLevel.REGION, 1, false, TODAY.minusDays(3));
        world.achievement(child, second, AchievementLevel.REGION, 2, false, TODAY.minusDays(1));
        seminar(first, TODAY.minusMonths(3), "ATTENDED", "4-2026-7-2");
        award(second, "APPROVED");

        OfChild found = lineage.ofChild(coordinator, child);
        assertEquals(
                List.of(second, first, first),
                found.wins().stream().map(Win::coachId).toList());
        Map<Long, Lineage.Behind> coaches = new HashMap<>();
        found.coaches().forEach(c -> coaches.put(c.coach().id(), c));
        assertEquals(2, coaches.size());
        assertEquals("4-2026-7-2", coaches.get(first).seminars().get(0).certificate());
        assertEquals(List.of(), coaches.get(first).awards());
        assertEquals("best-teacher", coaches.get(second).awards().get(0).type());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.action() == Action.READ
                        && e.id() == child
                        && e.detail().equals("lineage")));
    }

    @Test
    void aCoachOfAnotherRegionStaysANumberAndAChildOfAnotherRegionIsUnknown() {
        long coach = world.staff(RecordWorld.ELSEWHERE, "TEACHER");
        long child = world.child(RecordWorld.VILLAGE);
        world.achievement(child, coach, AchievementLevel.REPUBLIC, 1, false, TODAY);
        OfChild found = lineage.ofChild(coordinator, child);
        assertEquals(coach, found.wins().get(0).coachId());
        assertEquals(List.of(), found.coaches());

        long stranger = world.child(RecordWorld.ELSEWHERE);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> lineage.ofChild(coordinator, stranger));
    }
}
