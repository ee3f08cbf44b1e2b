package kz.jolkarta.registry.norms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.norms.BestOfSchool.Best;
import kz.jolkarta.registry.norms.Norms.Beside;
import kz.jolkarta.registry.norms.Standing.Group;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A village school of six children, a town school of ten, and a child far away. */
@BothEngines(RecordTables.class)
class NormsTest {
    private static final LocalDate RECENT = LocalDate.of(2025, 11, 20);
    private static final Paging ALL = new Paging(50, "");

    private RecordWorld world;
    private Norms norms;
    private BestOfSchools best;
    private long villageSchool;
    private long townSchool;
    private List<Long> village;
    private List<Long> town;
    private long coach;

    @BeforeEach
    void open(TestDatabase database) {
        world = new RecordWorld(database);
        norms = new Norms(world.ledger);
        best = new BestOfSchools(world.ledger);
        database.clear("achievement", "diagnostic_result");
        database.run(tx -> tx.update("update child set state = 'ARCHIVED'", Map.of()));
        villageSchool = world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL);
        townSchool = world.organisation(RecordWorld.CITY, OrganisationKind.SCHOOL);
        village = pupils(6, RecordWorld.VILLAGE, villageSchool);
        town = pupils(10, RecordWorld.CITY, townSchool);
        coach = world.staff(RecordWorld.CITY, "TEACHER");
    }

    private List<Long> pupils(int many, String place, long school) {
        List<Long> pupils = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            long child = world.child(place);
            world.database.run(tx -> tx.update(
                    "update child set school_id = :school where id = :id", Map.of("school", school, "id", child)));
            pupils.add(child);
        }
        return pupils;
    }

    private void won(long child, AchievementLevel level, Integer place) {
        world.achievement(child, coach, level, place, place == null, RECENT);
    }

    private void tested(long child, String score, LocalDate on) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", world.database.nextId());
        row.put("child", child);
        row.put("score", score);
        row.put("on", on);
        world.database.run(tx -> tx.update(
                "insert into diagnostic_result (id, child_id, held_on, method, score) values (:id, :child, :on, 'Равен', :score)",
                row));
    }

    private static Standing of(List<Standing> standings, Group group) {
        return standings.stream().filter(s -> s.group() == group).findFirst().orElseThrow();
    }

    @Test
    void aWinInTheDistrictIsTheFirstOfTheVillageSchoolAndTheSixthOfTheCountry() {
        town.subList(0, 5).forEach(child -> won(child, AchievementLevel.REPUBLIC, 1));
        won(village.get(0), AchievementLevel.DISTRICT, 1);

        Beside beside = norms.of(RecordWorld.coordinator(RecordWorld.REGION), village.get(0));

        assertEquals(6, beside.weight());
        // Of six pupils five are below: 5.5 of 6.
        assertEquals(new Standing(Group.SCHOOL, 6, 1, 91), of(beside.standings(), Group.SCHOOL));
        assertEquals(new Standing(Group.DISTRICT, 6, 1, 91), of(beside.standings(), Group.DISTRICT));
        assertEquals(new Standing(Group.KIND, 6, 1, 91), of(beside.standings(), Group.KIND));
        assertEquals(new Standing(Group.COUNTRY, 16, 6, 65), of(beside.standings(), Group.COUNTRY));
        assertEquals(6, beside.achievements().get(0).weight());
        assertEquals(
                6, of(beside.achievements().get(0).standings(), Group.COUNTRY).rank());
    }

    @Test
    void resultsOfSeveralYearsAgoAndThoseWhoLeftAreNotCompared() {
        world.achievement(
                village.get(0), coach, AchievementLevel.REPUBLIC, 1, false, RecordWorld.TODAY.minusMonths(25));
        won(village.get(1), AchievementLevel.SCHOOL, 3);
        won(village.get(2), AchievementLevel.REGION, 1);
        world.database.run(
                tx -> tx.update("update child set state = 'LEFT' where id = :id", Map.of("id", village.get(2))));
        Beside old = norms.of(RecordWorld.coordinator(RecordWorld.REGION), village.get(0));
        assertEquals(0, old.weight());
        assertEquals(List.of(), old.achievements());
        assertEquals(2, of(old.standings(), Group.SCHOOL).rank());
        assertEquals(5, of(old.standings(), Group.SCHOOL).of());
    }

    @Test
    void fewerThanFiveAreNotCompared() {
        long small = world.organisation(RecordWorld.VILLAGE, OrganisationKind.SCHOOL);
        long child = pupils(4, RecordWorld.VILLAGE, small).get(0);
        won(child, AchievementLevel.SCHOOL, 1);
        Beside beside = norms.of(RecordWorld.coordinator(RecordWorld.REGION), child);
        assertEquals(new Standing(Group.SCHOOL, 4, null, null), of(beside.standings(), Group.SCHOOL));
        assertEquals(10, of(beside.standings(), Group.DISTRICT).of());
    }

    @Test
    void aChildWithoutASchoolIsComparedWithoutOne() {
        long child = world.child(RecordWorld.VILLAGE);
        Beside beside = norms.of(RecordWorld.coordinator(RecordWorld.REGION), child);
        assertEquals(
                List.of(Group.DISTRICT, Group.KIND, Group.COUNTRY),
                beside.standings().stream().map(Standing::group).toList());
    }

    @Test
    void theLatestScoreIsComparedAmongThoseWhoWereTested() {
        for (int i = 0; i < 5; i++) {
            tested(village.get(i), String.valueOf(50 + i), RECENT);
            tested(town.get(i), "9" + i + ",5", RECENT);
        }
        tested(village.get(0), "70.0", RECENT.plusDays(30));
        tested(village.get(5), "жоғары", RECENT);
        User psychologist = RecordWorld.user(4, RecordWorld.REGION, Role.PSYCHOLOGIST);

        Beside beside = norms.of(psychologist, village.get(0));

        assertEquals(1, beside.scores().size());
        assertEquals(new BigDecimal("70.0"), beside.scores().get(0).score());
        assertEquals(
                new Standing(Group.SCHOOL, 5, 1, 90), of(beside.scores().get(0).standings(), Group.SCHOOL));
        assertEquals(
                new Standing(Group.COUNTRY, 10, 6, 45),
                of(beside.scores().get(0).standings(), Group.COUNTRY));
        assertNull(norms.of(RecordWorld.coordinator(RecordWorld.REGION), village.get(0))
                .scores());
    }

    @Test
    void anOpeningIsNotedAndAChildElsewhereIsUnknown() {
        norms.of(RecordWorld.coordinator(RecordWorld.REGION), village.get(0));
        assertTrue(world.audited.stream().anyMatch(e -> e.action() == Action.READ && e.id() == village.get(0)));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> norms.of(RecordWorld.coordinator("610000000"), village.get(0)));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> norms.of(RecordWorld.user(5, "", Role.ANALYST), village.get(0)));
    }

    @Test
    void theBestOfEachSchoolStandTogetherHoweverFewAreNoticedThere() {
        town.subList(0, 5).forEach(child -> won(child, AchievementLevel.REPUBLIC, 1));
        won(village.get(3), AchievementLevel.SCHOOL, 1);
        BestFilter two = filter(null, null, 2);

        List<BestOfSchool> found =
                best.list(RecordWorld.coordinator(RecordWorld.REGION), two, ALL).items();

        assertEquals(
                List.of(villageSchool, townSchool),
                found.stream().map(BestOfSchool::schoolId).toList());
        assertEquals(1, found.get(0).compared());
        assertEquals(
                List.of(village.get(3)),
                found.get(0).children().stream().map(Best::childId).toList());
        assertEquals("Сынақов Әлихан", found.get(0).children().get(0).name());
        assertEquals(
                new Standing(Group.COUNTRY, 6, 6, 8),
                of(found.get(0).children().get(0).standings(), Group.COUNTRY));
        assertEquals(
                town.subList(0, 2),
                found.get(1).children().stream().map(Best::childId).toList(),
                "of those level with each other the first registered");
        assertEquals(5, found.get(1).compared());
    }

    @Test
    void theListIsPagedFilteredAndKeptWithinTheRight() {
        won(village.get(0), AchievementLevel.SCHOOL, 1);
        won(town.get(0), AchievementLevel.SCHOOL, 1);
        User region = RecordWorld.coordinator(RecordWorld.REGION);
        Page<BestOfSchool> first = best.list(region, filter(null, null, 3), new Paging(1, ""));
        assertEquals(villageSchool, first.items().get(0).schoolId());
        Page<BestOfSchool> next = best.list(region, filter(null, null, 3), Paging.of(1, first.next()));
        assertEquals(townSchool, next.items().get(0).schoolId());
        assertEquals("", next.next());

        assertEquals(1, schools(region, filter("rural", null, 3)));
        assertEquals(1, schools(region, filter(null, String.valueOf(townSchool), 3)));
        assertEquals(0, schools(region, filter("rural", String.valueOf(townSchool), 3)));
        assertEquals(1, schools(RecordWorld.coordinator(RecordWorld.DISTRICT), filter(null, null, 3)));
        assertEquals(0, schools(RecordWorld.coordinator("610000000"), filter(null, null, 3)));
        Refusal.of(Kind.INVALID, "record.range", () -> filter(null, null, 21));
        Refusal.of(
                Kind.INVALID,
                "norms.field-method",
                () -> BestFilter.of(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(TalentField.SPORT),
                        Optional.of("Равен"),
                        Optional.empty()));
    }

    @Test
    void theBestByAScoreAreForThoseWhoMaySeeDiagnostics() {
        tested(village.get(2), "88", RECENT);
        BestFilter byScore = BestFilter.of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Равен"),
                Optional.empty());
        User psychologist = RecordWorld.user(4, RecordWorld.REGION, Role.PSYCHOLOGIST);
        BestOfSchool found = best.list(psychologist, byScore, ALL).items().get(0);
        assertEquals(village.get(2), found.children().get(0).childId());
        assertEquals(new BigDecimal("88"), found.children().get(0).value());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> best.list(RecordWorld.coordinator(RecordWorld.REGION), byScore, ALL));
    }

    @Test
    void anExportGivesEverySchoolAndIsNoted() {
        won(village.get(0), AchievementLevel.SCHOOL, 1);
        won(town.get(0), AchievementLevel.SCHOOL, 1);
        List<BestOfSchool> rows = new ArrayList<>();
        best.export(RecordWorld.coordinator(RecordWorld.REGION), filter(null, null, 3))
                .each(rows::add);
        assertEquals(2, rows.size());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.action() == Action.EXPORT && e.kind().equals("norms")));
    }

    private int schools(User user, BestFilter filter) {
        return best.list(user, filter, ALL).items().size();
    }

    private static BestFilter filter(String kind, String school, int top) {
        return BestResource.filter(null, school, kind, null, null, String.valueOf(top));
    }

    @Test
    void thePagesShowTheBestOfEachSchoolAndOneChildBesideItsPeers() {
        town.subList(0, 5).forEach(child -> won(child, AchievementLevel.REPUBLIC, 1));
        won(village.get(0), AchievementLevel.DISTRICT, 1);
        PageWorld pages = new PageWorld(world);
        NormPages list = new NormPages(best, new TerritoryChoice(new Gazetteer(world.database), world.clock));
        Caller coordinator = PageWorld.reader(RecordWorld.coordinator(RecordWorld.REGION));
        String shown = list.list(coordinator, pages.words, PageWorld.address("norms", "kind", "rural"))
                .toString();
        assertTrue(shown.contains("href=/children/" + village.get(0) + "/norms"), shown);
        assertTrue(shown.contains("/api/norms/best.xlsx?kind=rural"), shown);
        assertTrue(shown.contains("/api/norms/best.csv?kind=rural"), shown);
        assertTrue(shown.contains("This is advice only"), shown);
        String child = new ChildNormPages(norms)
                .open(coordinator, pages.words, village.get(0))
                .toString();
        assertTrue(child.contains("text=6 of 16, small=percentile 65"), child);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> list.list(coordinator, pages.words, PageWorld.address("norms", "method", "Равен")));
        Caller elsewhere = PageWorld.reader(RecordWorld.coordinator(RecordWorld.ELSEWHERE));
        assertTrue(list.list(elsewhere, pages.words, PageWorld.address("norms"))
                .toString()
                .contains("No result was recorded"));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> new ChildNormPages(norms).open(elsewhere, pages.words, village.get(0)));
    }
}
