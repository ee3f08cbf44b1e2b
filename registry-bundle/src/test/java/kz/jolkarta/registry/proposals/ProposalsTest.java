package kz.jolkarta.registry.proposals;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.category;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static kz.jolkarta.core.criteria.Criterion.talent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a child of the school year 2025 can be offered on 2 March 2026. */
@BothEngines(RecordTables.class)
class ProposalsTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;
    private static final Installed CENTRES = installed(
            2,
            Reach.WITH_CENTRE,
            List.of(ActivityType.forChildren("club", everyone())),
            List.of(AwardType.of("aid", category(Category.LARGE_FAMILY), Quota.NONE, Limit.ANY)));
    private static final Installed SPORT = installed(
            9,
            Reach.EVERY_REGION,
            List.of(
                    ActivityType.forChildren("match", talent(TalentField.SPORT)),
                    ActivityType.forChildren("relay", and(rural(), talent(TalentField.SPORT)))
                            .when(Rule.within(Month.JUNE, Month.AUGUST))),
            List.of(AwardType.of("stipend", everyone(), Quota.NONE, Limit.ANY)
                    .when(Rule.proved("ground", Map.of("rural", rural())))));
    private static final String SPORTS = SPORT.code();

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private RecordWorld world;
    private Proposals proposals;
    private long child;

    private static Installed installed(int number, Reach reach, List<ActivityType> activities, List<AwardType> awards) {
        return new Installed(
                Resolution997.clause(number), "test", "1", reach, activities, awards, List.of(), List.of());
    }

    @BeforeEach
    void open(TestDatabase database) {
        database.clear("participation", "activity", "award", "quota", "region_absence", "appointment");
        database.run(tx -> tx.update("update organisation set active = false", Map.of()));
        world = new RecordWorld(database, CENTRES, SPORT);
        proposals = new Proposals(world.ledger, new Gazetteer(database));
        child = world.child(RecordWorld.VILLAGE);
    }

    private ForChild of(long id) {
        return proposals.open(keeper, id, Optional.empty());
    }

    private Proposal offered(String code) {
        return of(child).offered().stream()
                .filter(p -> p.kind().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(long id) {
        return of(id).offered().stream().map(p -> p.kind().code()).toList();
    }

    private List<String> against(long id, String code) {
        return of(id).withheld().stream()
                .filter(w -> w.kind().code().equals(code))
                .flatMap(w -> w.reasons().stream())
                .map(Message::key)
                .toList();
    }

    private long activity(String code, String territory, LocalDate starts, Integer seats, int taken, String state) {
        long id = world.database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("measure", code.substring(0, code.indexOf('/')));
        row.put("type", code.substring(code.indexOf('/') + 1));
        row.put("territory", territory);
        row.put("starts", starts);
        row.put("ends", starts.plusDays(2));
        row.put("seats", seats);
        row.put("taken", taken);
        row.put("state", state);
        row.put("at", world.clock.now());
        world.database.run(tx -> tx.update(
                "insert into activity (id, measure, type, title, territory, starts, ends, seats, seats_taken, state, created_by,"
                        + " created_at) values (:id, :measure, :type, 'Жарыс', :territory, :starts, :ends, :seats, :taken, :state, 1, :at)",
                row));
        return id;
    }

    private void participation(long activity, String state) {
        world.database.run(tx -> tx.update(
                "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child, :state, :at)",
                Map.of(
                        "id",
                        world.database.nextId(),
                        "activity",
                        activity,
                        "child",
                        child,
                        "state",
                        state,
                        "at",
                        world.clock.now())));
    }

    private void award(String type, int year, String state) {
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                        + " values (:id, 'health-camps', :type, :year, :territory, :child, :state, 1, :at)",
                Map.of(
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
                        "state",
                        state,
                        "at",
                        world.clock.now())));
    }

    private void quota(String type, String territory, int cap, int used) {
        world.database.run(tx -> tx.update(
                "insert into quota (id, measure, type, territory, quota_year, cap, used)"
                        + " values (:id, 'health-camps', :type, :territory, 2026, :cap, :used)",
                Map.of("id", world.database.nextId(), "type", type, "territory", territory, "cap", cap, "used", used)));
    }

    @Test
    void aChildIsOfferedEveryKindWhoseCriterionItMeetsAndIsToldWhatStandsAgainstTheOthers() {
        long townsman = world.childWithoutTalent(RecordWorld.CITY);
        assertTrue(codes(child)
                .containsAll(
                        List.of("technoparks/course", "technoparks/open-day", "health-camps/camp", SPORTS + "/relay")));
        assertFalse(codes(townsman).contains("technoparks/course"));
        assertEquals(List.of("objection.rural"), against(townsman, "technoparks/course"));
        assertEquals(
                List.of("objection.rural", "objection.talent"),
                against(townsman, SPORTS + "/relay").stream().sorted().toList());
        assertFalse(codes(child).contains("technoparks/seminar"), "that is for staff");
    }

    @Test
    void anAwardWhoseGroundMustBeProvedIsOfferedToWhomOneGroundIsTrueOf() {
        assertTrue(codes(child).contains(SPORTS + "/stipend"));
        assertEquals(List.of("objection.rural"), against(world.child(RecordWorld.CITY), SPORTS + "/stipend"));
    }

    @Test
    void whatTheChildTakesPartInThisYearIsNotOfferedAgain() {
        String course = "technoparks/course";
        participation(activity(course, RecordWorld.CITY, LocalDate.of(2025, 12, 30), null, 1, "HELD"), "ATTENDED");
        assertEquals(1, offered(course).before());
        long refused = activity(course, RecordWorld.CITY, LocalDate.of(2026, 1, 10), null, 0, "HELD");
        participation(refused, "REFUSED");
        participation(activity(course, RecordWorld.CITY, LocalDate.of(2026, 1, 11), null, 0, "CANCELLED"), "ACCEPTED");
        assertTrue(codes(child).contains(course));
        participation(activity(course, RecordWorld.CITY, LocalDate.of(2026, 4, 11), null, 0, "OPEN"), "WAITING");
        assertEquals(List.of("proposal.had"), against(child, course));
    }

    @Test
    void theLimitOfAKindOfAwardIsKept() {
        award("camp", 2025, "ENDED");
        award("title", 2020, "ENDED");
        award("help", 2025, "ISSUED");
        award("visit", 2026, "PROPOSED");
        award("sanatorium", 2026, "RETURNED");
        assertEquals(1, offered("health-camps/camp").before());
        assertEquals(List.of("proposal.had-once"), against(child, "health-camps/title"));
        assertEquals(List.of("proposal.had-held"), against(child, "health-camps/help"));
        assertEquals(List.of("proposal.had"), against(child, "health-camps/visit"));
        assertTrue(codes(child).contains("health-camps/sanatorium"));
    }

    @Test
    void theNearestActivityWithAFreeSeatIsProposedAndAFullOneOnlyWithTheWaitingList() {
        String course = "technoparks/course";
        activity(course, RecordWorld.VILLAGE, LocalDate.of(2026, 4, 1), 10, 10, "OPEN");
        Proposal full = offered(course);
        assertEquals(Places.State.WAITING, full.places().state());
        assertEquals(Distance.SETTLEMENT, full.distance());
        assertTrue(keys(full).contains("proposal.why.waiting"));
        activity(course, RecordWorld.ELSEWHERE, LocalDate.of(2026, 3, 20), null, 0, "OPEN");
        activity(course, RecordWorld.CITY, LocalDate.of(2026, 5, 1), 10, 4, "PLANNED");
        activity(course, RecordWorld.CITY, LocalDate.of(2026, 6, 1), 10, 0, "PLANNED");
        activity(course, RecordWorld.CITY, LocalDate.of(2026, 3, 1), 10, 0, "OPEN");
        Proposal free = offered(course);
        assertEquals(Distance.REGION, free.distance());
        assertEquals(new Places(Places.State.LEFT, 6), free.places());
        assertEquals(LocalDate.of(2026, 5, 3), free.dueOn());
        activity(course, RecordWorld.DISTRICT, LocalDate.of(2026, 8, 30), null, 0, "OPEN");
        Proposal near = offered(course);
        assertEquals(Distance.DISTRICT, near.distance());
        assertEquals(Places.State.UNLIMITED, near.places().state());
        assertEquals(LocalDate.of(2026, 8, 31), near.dueOn(), "within the school year");
    }

    private static List<String> keys(Proposal proposal) {
        return proposal.why().stream().map(Message::key).toList();
    }

    @Test
    void withoutAnActivityAheadTheUsualMonthIsProposedElseTheEndOfTheHalfYear() {
        String day = "technoparks/open-day";
        assertEquals(LocalDate.of(2026, 5, 31), offered(day).dueOn());
        assertNull(offered(day).event());
        activity(day, RecordWorld.ELSEWHERE, LocalDate.of(2025, 6, 5), null, 0, "HELD");
        activity(day, RecordWorld.ELSEWHERE, LocalDate.of(2025, 6, 6), null, 0, "HELD");
        assertEquals(LocalDate.of(2026, 6, 30), offered(day).dueOn());
        activity(day, RecordWorld.CITY, LocalDate.of(2025, 4, 6), null, 0, "HELD");
        assertEquals(LocalDate.of(2026, 4, 30), offered(day).dueOn(), "the own region's month");
        assertTrue(keys(offered(day)).contains("proposal.why.month"));
        activity(day, RecordWorld.CITY, LocalDate.of(2025, 10, 6), null, 0, "HELD");
        activity(day, RecordWorld.CITY, LocalDate.of(2025, 10, 7), null, 0, "HELD");
        assertEquals(LocalDate.of(2026, 5, 31), offered(day).dueOn(), "October of the school year is over");
    }

    @Test
    void theQuotaOfTheRegionAndYearSaysHowManyPlacesAreLeft() {
        assertEquals(Places.State.UNKNOWN, offered("health-camps/camp").places().state());
        assertEquals(5, offered("health-camps/honour").places().left(), "the cap of the kind itself");
        assertEquals(
                Places.State.UNLIMITED, offered("health-camps/help").places().state());
        quota("camp", RecordWorld.REGION, 20, 17);
        quota("sanatorium", RecordWorld.REGION, 5, 5);
        quota("visit", "610000000", 20, 0);
        quota("honour", "", 3, 1);
        assertEquals(
                new Places(Places.State.LEFT, 3), offered("health-camps/camp").places());
        assertEquals(
                Places.State.WAITING,
                offered("health-camps/sanatorium").places().state());
        assertEquals(
                Places.State.UNKNOWN, offered("health-camps/visit").places().state());
        assertEquals(2, offered("health-camps/honour").places().left());
    }

    @Test
    void whatServesTheChildsCategoryComesFirstThenWhatIsNearThenWhatHasPlacesThenWhatMatchesTheTalent() {
        activity("technoparks/open-day", RecordWorld.VILLAGE, LocalDate.of(2026, 4, 1), 10, 0, "OPEN");
        activity("technoparks/course", RecordWorld.ELSEWHERE, LocalDate.of(2026, 4, 1), 10, 0, "OPEN");
        quota("sanatorium", RecordWorld.REGION, 5, 5);
        List<String> codes = codes(child);
        List<String> expected = List.of(
                SPORTS + "/relay",
                "technoparks/course",
                "technoparks/open-day",
                SPORTS + "/match",
                "health-camps/sanatorium");
        assertEquals(expected, codes.stream().filter(expected::contains).toList());
    }

    @Test
    void aMeasureThatTheRegionDoesNotCarryOutIsNotOfferedNorACentresWhereThereIsNone() {
        assertEquals(List.of("proposal.no-centre"), against(child, CENTRES.code() + "/club"));
        proposals.bind(new RegionSets() {
            @Override
            public Map<String, Absence> absences(String region, LocalDate day) {
                return Map.of();
            }

            @Override
            public void requireRun(String measure, String territory, LocalDate day) {
                // Everything is carried out.
            }

            @Override
            public List<String> withCentre(LocalDate day) {
                return List.of(RecordWorld.REGION);
            }
        });
        assertTrue(codes(child).contains(CENTRES.code() + "/club"));
        world.database.run(tx -> tx.update(
                "insert into region_absence (id, region, measure, valid_from, reason, created_by, created_at)"
                        + " values (:id, :region, 'technoparks', :from, 'Жоқ', 1, :at)",
                Map.of(
                        "id",
                        world.database.nextId(),
                        "region",
                        RecordWorld.REGION,
                        "from",
                        TODAY,
                        "at",
                        world.clock.now())));
        assertEquals(List.of("proposal.not-run"), against(child, "technoparks/course"));
        assertTrue(codes(child).contains("health-camps/camp"));
    }

    @Test
    void theChildsCoordinatorIsResponsibleElseThatOfTheDistrictsCabinetElseOfTheRegions() {
        assertNull(of(child).responsible());
        appoint(RecordWorld.REGION, "Өңірлік");
        assertEquals("Өңірлік Айгүл", of(child).responsible());
        appoint(RecordWorld.DISTRICT, "Аудандық");
        assertEquals("Аудандық Айгүл", of(child).responsible());
        long own = world.staff(RecordWorld.CITY, "COORDINATOR");
        world.database.run(tx -> tx.update(
                "update child set coordinator_id = :own where id = :child", Map.of("own", own, "child", child)));
        assertEquals("Ұстаз Айгүл", of(child).responsible());
    }

    private void appoint(String territory, String surname) {
        long cabinet = world.organisation(territory, OrganisationKind.CABINET);
        long staff = world.staff(territory, "COORDINATOR");
        world.database.run(tx -> {
            tx.update("update staff set surname = :name where id = :id", Map.of("name", surname, "id", staff));
            tx.update(
                    "insert into appointment (id, organisation_id, staff_id, order_number, order_date, valid_from, created_by,"
                            + " created_at) values (:id, :cabinet, :staff, '1', :from, :from, 1, :at)",
                    Map.of(
                            "id",
                            world.database.nextId(),
                            "cabinet",
                            cabinet,
                            "staff",
                            staff,
                            "from",
                            TODAY,
                            "at",
                            world.clock.now()));
        });
    }

    @Test
    void whyIsToldInEveryLanguageWithTheChildsOwnFacts() {
        activity("technoparks/course", RecordWorld.VILLAGE, LocalDate.of(2026, 4, 1), 10, 3, "OPEN");
        Texts texts = TestTexts.ofClassPath();
        Map<Language, List<String>> facts = Map.of(
                Language.KK,
                        List.of("ауылдық елді мекенде тұрады", "Бос орын: 7", "Баланың өз елді мекенінде", "Жарыс"),
                Language.RU,
                        List.of(
                                "живёт в сельском населённом пункте",
                                "Осталось мест: 7",
                                "В населённом пункте ребёнка",
                                "Жарыс"),
                Language.EN, List.of("lives in a rural settlement", "Places left: 7", "own settlement", "Жарыс"));
        facts.forEach((language, words) -> {
            String why = String.join(
                    " ",
                    offered("technoparks/course").why().stream()
                            .map(message -> texts.text(language, message))
                            .toList());
            words.forEach(word -> assertTrue(why.contains(word), why));
        });
        String camp = offered("health-camps/camp").why().stream()
                .map(message -> texts.text(Language.EN, message))
                .reduce("", String::concat);
        assertTrue(camp.contains("talent: sport") && camp.contains("age: 11"), camp);
    }

    @Test
    void whatIsBoundToMonthsIsDueByTheLastOfThem() {
        assertEquals(LocalDate.of(2026, 8, 31), offered(SPORTS + "/relay").dueOn());
    }

    @Test
    void proposalsAreOpenedWithinTheOwnTerritoryAndForTheRunningOrTheNextYear() {
        assertEquals(2026, proposals.year("year", Optional.of(2026)).begins());
        Refusal.of(Kind.INVALID, "proposal.year", () -> proposals.open(keeper, child, Optional.of(2024)));
        long elsewhere = world.child(RecordWorld.ELSEWHERE);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> of(elsewhere));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> proposals.open(RecordWorld.user(5, RecordWorld.REGION, Role.AUDITOR), child, Optional.empty()));
        world.audited.clear();
        of(child);
        assertEquals(
                List.of("READ child " + child + " proposals"),
                world.audited.stream()
                        .map(e -> e.action() + " " + e.kind() + " " + e.id() + " " + e.detail())
                        .toList());
        assertEquals(Action.READ, world.audited.get(0).action());
    }
}
