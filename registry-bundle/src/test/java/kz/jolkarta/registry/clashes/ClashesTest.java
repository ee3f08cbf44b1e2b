package kz.jolkarta.registry.clashes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ClashesTest {
    private static final LocalDate JUNE_1 = LocalDate.of(2025, 6, 1);
    private static final Paging FIRST = Paging.of(null, "");

    private final RecordWorld world;
    private final Clashes clashes;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    ClashesTest(TestDatabase database) {
        world = new RecordWorld(database);
        clashes = new Clashes(world.ledger);
    }

    @AfterEach
    void nothingIsLeft() {
        for (String table : List.of("presence", "activity_session", "participation", "award", "activity")) {
            world.database.run(tx -> tx.update("delete from " + table, Map.of()));
        }
    }

    private List<Clash> found(ClashKind kind) {
        return clashes.list(
                        coordinator, new ClashFilter(2025, Optional.empty(), Optional.of(kind), ClashOrder.KIND), FIRST)
                .items();
    }

    private long activity(String territory, Long organisation, String place, LocalDate starts, LocalDate ends) {
        long id = world.database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("territory", territory);
        row.put("organisation", organisation);
        row.put("place", place);
        row.put("starts", starts);
        row.put("ends", ends);
        row.put("at", world.clock.now());
        world.database.run(tx -> tx.update(
                "insert into activity (id, measure, type, title, territory, organisation_id, place, starts, ends, state,"
                        + " created_by, created_at) values (:id, 'technoparks', 'open-day', 'Іс-шара', :territory, :organisation,"
                        + " :place, :starts, :ends, 'OPEN', 1, :at)",
                row));
        return id;
    }

    private long participation(long activity, long child, String state) {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into participation (id, activity_id, child_id, state, applied_at)"
                        + " values (:id, :activity, :child, :state, :at)",
                Map.of("id", id, "activity", activity, "child", child, "state", state, "at", world.clock.now())));
        return id;
    }

    private void session(long activity, LocalDate day, long participation, boolean present) {
        long id = world.database.nextId();
        world.database.run(tx -> {
            tx.update(
                    "insert into activity_session (id, activity_id, held_on) values (:id, :activity, :day)",
                    Map.of("id", id, "activity", activity, "day", day));
            tx.update(
                    "insert into presence (session_id, participation_id, present) values (:id, :participation, :present)",
                    Map.of("id", id, "participation", participation, "present", present));
        });
    }

    private long voucher(long child, String state, String place) {
        long id = world.database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("child", child);
        row.put("state", state);
        row.put("place", place);
        row.put("territory", RecordWorld.VILLAGE);
        row.put("from", JUNE_1);
        row.put("to", JUNE_1.plusDays(20));
        row.put("at", world.clock.now());
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, place, date_from, date_to,"
                        + " proposed_by, created_at) values (:id, 'health-camps', 'camp', 2025, :territory, :child, :state,"
                        + " :place, :from, :to, 1, :at)",
                row));
        return id;
    }

    private void bothAccepted(long child, long one, long other) {
        participation(one, child, "ACCEPTED");
        participation(other, child, "ATTENDED");
    }

    @Test
    void aChildAcceptedInTwoActivitiesAtDifferentPlacesOnTheSameDays() {
        long here = world.organisation(RecordWorld.DISTRICT, OrganisationKind.SCHOOL);
        long there = world.organisation(RecordWorld.DISTRICT, OrganisationKind.SCHOOL);
        long child = world.child(RecordWorld.VILLAGE);
        long first = activity(RecordWorld.DISTRICT, here, null, JUNE_1, JUNE_1.plusDays(9));
        long second = activity(RecordWorld.DISTRICT, there, null, JUNE_1.plusDays(9), JUNE_1.plusDays(19));
        bothAccepted(child, first, second);

        List<Clash> found = found(ClashKind.TWO_ACTIVITIES);
        assertEquals(1, found.size());
        Clash clash = found.get(0);
        assertEquals(child, clash.childId());
        assertEquals("Сынақов Әлихан", clash.name());
        assertEquals(JUNE_1.plusDays(9), clash.from());
        assertEquals(JUNE_1.plusDays(9), clash.to());
        assertEquals(
                "/api/measures/technoparks/activities/" + first, clash.one().link());
        assertEquals(
                "/api/measures/technoparks/activities/" + second, clash.other().link());
    }

    @Test
    void noClashInOnePlaceNorOneAfterTheOtherNorBesideAClubOfAYear() {
        long here = world.organisation(RecordWorld.DISTRICT, OrganisationKind.SCHOOL);
        long there = world.organisation(RecordWorld.DISTRICT, OrganisationKind.SCHOOL);
        long first = activity(RecordWorld.DISTRICT, here, null, JUNE_1, JUNE_1.plusDays(9));
        bothAccepted(
                world.child(RecordWorld.VILLAGE), first, activity(RecordWorld.DISTRICT, here, null, JUNE_1, JUNE_1));
        bothAccepted(
                world.child(RecordWorld.VILLAGE),
                first,
                activity(RecordWorld.DISTRICT, there, null, JUNE_1.plusDays(10), JUNE_1.plusDays(10)));
        bothAccepted(
                world.child(RecordWorld.VILLAGE),
                first,
                activity(RecordWorld.DISTRICT, there, null, JUNE_1.minusMonths(8), JUNE_1));
        long waiting = world.child(RecordWorld.VILLAGE);
        participation(first, waiting, "ACCEPTED");
        participation(activity(RecordWorld.DISTRICT, there, null, JUNE_1, JUNE_1), waiting, "WAITING");
        assertEquals(List.of(), found(ClashKind.TWO_ACTIVITIES));
    }

    @Test
    void withoutAnOrganisationThePlaceInWordsOrTheDistrictTellsThemApart() {
        long child = world.child(RecordWorld.VILLAGE);
        long museum = activity(RecordWorld.REGION, null, "Музей", JUNE_1, JUNE_1);
        bothAccepted(child, museum, activity(RecordWorld.DISTRICT, null, "Театр", JUNE_1, JUNE_1));
        bothAccepted(
                world.child(RecordWorld.VILLAGE),
                museum,
                activity(RecordWorld.DISTRICT, null, "музей", JUNE_1, JUNE_1));
        long cityChild = world.child(RecordWorld.CITY);
        bothAccepted(
                cityChild,
                activity(RecordWorld.CITY, null, null, JUNE_1, JUNE_1),
                activity(RecordWorld.DISTRICT, null, null, JUNE_1, JUNE_1));
        assertEquals(
                List.of(child, cityChild),
                found(ClashKind.TWO_ACTIVITIES).stream().map(Clash::childId).toList());
    }

    @Test
    void aChildMarkedPresentInTwoDistrictsOnOneDay() {
        long child = world.child(RecordWorld.VILLAGE);
        long club = activity(RecordWorld.DISTRICT, null, null, JUNE_1.minusMonths(8), JUNE_1);
        long contest = activity(RecordWorld.CITY, null, null, JUNE_1.minusDays(3), JUNE_1);
        long inClub = participation(club, child, "ACCEPTED");
        long inContest = participation(contest, child, "ACCEPTED");
        session(club, JUNE_1, inClub, true);
        session(club, JUNE_1.minusDays(1), inClub, true);
        session(club, JUNE_1.minusDays(2), inClub, false);
        session(contest, JUNE_1, inContest, true);
        session(contest, JUNE_1.minusDays(2), inContest, true);
        long nearby = activity(RecordWorld.VILLAGE, null, null, JUNE_1, JUNE_1);
        session(nearby, JUNE_1, participation(nearby, child, "ACCEPTED"), true);

        List<Clash> found = found(ClashKind.TWO_SESSIONS);
        assertEquals(2, found.size());
        assertTrue(found.stream().allMatch(c -> c.from().equals(JUNE_1)));
        assertEquals(club, found.get(0).one().id());
        assertEquals(contest, found.get(0).other().id());
        assertEquals(JUNE_1, found.get(0).other().day());
    }

    @Test
    void theOrganisationTellsWhereASessionWas() {
        long child = world.child(RecordWorld.VILLAGE);
        long palace = world.organisation(RecordWorld.CITY, OrganisationKind.CENTRE);
        long one = activity(RecordWorld.DISTRICT, palace, null, JUNE_1, JUNE_1);
        long other = activity(RecordWorld.CITY, null, null, JUNE_1, JUNE_1);
        session(one, JUNE_1, participation(one, child, "ACCEPTED"), true);
        session(other, JUNE_1, participation(other, child, "ACCEPTED"), true);
        assertEquals(List.of(), found(ClashKind.TWO_SESSIONS));
    }

    @Test
    void aChildMarkedPresentAfterLeavingSchool() {
        long child = world.child(RecordWorld.VILLAGE);
        world.database.run(tx -> tx.update(
                "update child set state = 'LEFT', left_on = :day where id = :id", Map.of("day", JUNE_1, "id", child)));
        long club = activity(RecordWorld.DISTRICT, null, null, JUNE_1.minusDays(5), JUNE_1.plusDays(5));
        long who = participation(club, child, "ACCEPTED");
        session(club, JUNE_1, who, true);
        session(club, JUNE_1.plusDays(1), who, true);
        session(club, JUNE_1.plusDays(2), who, false);
        List<Clash> found = found(ClashKind.AFTER_LEAVING);
        assertEquals(
                List.of(JUNE_1.plusDays(1)), found.stream().map(Clash::from).toList());
        assertEquals("/api/children/" + child, found.get(0).other().link());
        assertEquals(JUNE_1, found.get(0).other().starts());
    }

    @Test
    void aChildMarkedPresentElsewhereOnADayOfAVoucher() {
        long child = world.child(RecordWorld.VILLAGE);
        long voucher = voucher(child, "ISSUED", "Каспий самалы");
        long club = activity(RecordWorld.DISTRICT, null, null, JUNE_1.minusDays(5), JUNE_1.plusDays(25));
        long who = participation(club, child, "ACCEPTED");
        session(club, JUNE_1.minusDays(1), who, true);
        session(club, JUNE_1.plusDays(20), who, true);
        session(club, JUNE_1.plusDays(21), who, true);
        long inCamp = activity(RecordWorld.DISTRICT, null, "каспий самалы", JUNE_1, JUNE_1);
        session(inCamp, JUNE_1, participation(inCamp, child, "ACCEPTED"), true);
        long camp = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CAMP);
        long atCamp = activity(RecordWorld.DISTRICT, camp, null, JUNE_1, JUNE_1);
        session(atCamp, JUNE_1, participation(atCamp, child, "ACCEPTED"), true);
        long returned = world.child(RecordWorld.VILLAGE);
        voucher(returned, "RETURNED", "Каспий самалы");
        session(club, JUNE_1.plusDays(3), participation(club, returned, "ACCEPTED"), true);

        List<Clash> found = found(ClashKind.IN_CAMP);
        assertEquals(
                List.of(JUNE_1.plusDays(20)), found.stream().map(Clash::from).toList());
        assertEquals(
                "/api/measures/health-camps/awards/" + voucher,
                found.get(0).other().link());
        assertEquals(club, found.get(0).one().id());
    }

    /** Three of one kind and two of another. */
    private void five() {
        long one = activity(RecordWorld.CITY, null, null, JUNE_1, JUNE_1);
        long other = activity(RecordWorld.DISTRICT, null, null, JUNE_1, JUNE_1);
        for (int i = 0; i < 3; i++) {
            bothAccepted(world.child(RecordWorld.VILLAGE), one, other);
        }
        for (int i = 0; i < 2; i++) {
            long child = world.child(RecordWorld.VILLAGE);
            voucher(child, "ENDED", null);
            session(one, JUNE_1, participation(one, child, "ATTENDED"), true);
        }
    }

    @Test
    void theListRunsThroughTheKindsPageByPage() {
        five();
        List<Clash> seen = new ArrayList<>();
        String after = "";
        int pages = 0;
        do {
            Page<Clash> page = clashes.list(
                    coordinator,
                    new ClashFilter(2025, Optional.empty(), Optional.empty(), ClashOrder.KIND),
                    Paging.of(2, after));
            seen.addAll(page.items());
            after = page.next();
            pages++;
        } while (!after.isEmpty());
        assertEquals(3, pages);
        assertEquals(5, seen.stream().map(Clash::childId).distinct().count());
        assertEquals(
                List.of(
                        ClashKind.TWO_ACTIVITIES,
                        ClashKind.TWO_ACTIVITIES,
                        ClashKind.TWO_ACTIVITIES,
                        ClashKind.IN_CAMP,
                        ClashKind.IN_CAMP),
                seen.stream().map(Clash::kind).toList());
    }

    @Test
    void theListIsSortedByNameOrDayFromEitherEndThroughAllKinds() {
        five();
        List<Long> children = sorted(ClashOrder.NAME);
        assertEquals(5, children.size());
        List<Long> ids = new ArrayList<>(children);
        Collections.sort(ids);
        named(ids.get(3), "aa");
        named(ids.get(1), "zz");
        List<Long> byName = sorted(ClashOrder.NAME);
        assertEquals(ids.get(3), byName.get(0), "one of the second kind comes first by its name");
        assertEquals(ids.get(1), byName.get(4));
        List<Long> falling = sorted(ClashOrder.NAME_DOWN);
        assertEquals(List.of(ids.get(1), ids.get(3)), List.of(falling.get(0), falling.get(4)));
        assertEquals(Set.copyOf(ids), Set.copyOf(sorted(ClashOrder.DAY)));
        assertEquals(Set.copyOf(ids), Set.copyOf(sorted(ClashOrder.DAY_DOWN)));
        Refusal.of(Kind.INVALID, "record.choice", () -> ClashOrder.of("place"));
    }

    private void named(long child, String sortKey) {
        world.database.run(tx ->
                tx.update("update child set sort_key = :key where id = :id", Map.of("key", sortKey, "id", child)));
    }

    private List<Long> sorted(ClashOrder order) {
        ClashFilter filter = new ClashFilter(2025, Optional.empty(), Optional.empty(), order);
        List<Long> children = new ArrayList<>();
        Page.each(
                after -> clashes.list(coordinator, filter, Paging.of(2, after)),
                clash -> children.add(clash.childId()));
        return children;
    }

    @Test
    void aPageMarkOfAnotherListIsRefused() {
        String foreign = java.util.Base64.getUrlEncoder()
                .encodeToString("2025-06-01|7".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Refusal.of(
                Kind.INVALID,
                "record.after",
                () -> clashes.list(
                        coordinator,
                        new ClashFilter(2025, Optional.empty(), Optional.empty(), ClashOrder.KIND),
                        Paging.of(2, foreign)));
    }

    @Test
    void anotherYearAndAnotherUnitHaveNone() {
        five();
        assertEquals(List.of(), items(coordinator, 2024, Optional.empty()));
        assertEquals(List.of(), items(coordinator, 2025, Optional.of(RecordWorld.CITY)));
        assertEquals(
                5, items(coordinator, 2025, Optional.of(RecordWorld.DISTRICT)).size());
        assertEquals(List.of(), items(RecordWorld.coordinator("610000000"), 2025, Optional.empty()));
    }

    private List<Clash> items(User user, int year, Optional<String> territory) {
        return clashes.list(user, new ClashFilter(year, territory, Optional.empty(), ClashOrder.KIND), FIRST)
                .items();
    }

    @Test
    void aRecordOutOfReachIsToldWithoutItsTitleAndAChildWithoutTheRightWithoutItsName() {
        five();
        Clash clash = items(RecordWorld.coordinator(RecordWorld.DISTRICT), 2025, Optional.empty())
                .get(0);
        List<Clash.Side> sides = Arrays.asList(clash.one(), clash.other());
        Clash.Side far = sides.stream()
                .filter(s -> s.territory().equals(RecordWorld.CITY))
                .findFirst()
                .orElseThrow();
        Clash.Side near = sides.stream()
                .filter(s -> s.territory().equals(RecordWorld.DISTRICT))
                .findFirst()
                .orElseThrow();
        assertNull(far.link());
        assertNull(far.title());
        assertEquals(JUNE_1, far.starts());
        assertNotNull(near.link());
        User recordsOnly = new User(9, "u9", Map.of(Right.RECORDS_READ, Scope.of(RecordWorld.REGION)), Language.KK);
        assertNull(items(recordsOnly, 2025, Optional.empty()).get(0).name());
        User nobody = new User(9, "u9", Map.of(), Language.KK);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> items(nobody, 2025, Optional.empty()));
    }

    @Test
    void anExportIsNotedAndHoldsAll() {
        five();
        world.audited.clear();
        List<Clash> rows = new ArrayList<>();
        clashes.export(coordinator, new ClashFilter(2025, Optional.empty(), Optional.empty(), ClashOrder.KIND))
                .each(rows::add);
        assertEquals(5, rows.size());
        assertEquals(Action.EXPORT, world.audited.get(0).action());
    }

    @Test
    void thePageOpensBothRecordsAndNamesTheOneOutOfReachByPlaceAndDaysAlone() {
        long child = world.child(RecordWorld.VILLAGE);
        long here = activity(RecordWorld.DISTRICT, null, "Атырау", JUNE_1, JUNE_1.plusDays(5));
        long there = activity(RecordWorld.ELSEWHERE, null, "Шымкент", JUNE_1.plusDays(2), JUNE_1.plusDays(7));
        participation(here, child, "ACCEPTED");
        participation(there, child, "ACCEPTED");
        ClashPages pages = new ClashPages(clashes, new TerritoryChoice(new Gazetteer(world.database), world.clock));
        String shown = pages.list(
                        PageWorld.reader(coordinator),
                        new PageWorld(world).words,
                        PageWorld.address("clashes", "year", "2025"))
                .toString();
        assertTrue(shown.contains("href=/children/" + child + ","), shown);
        assertTrue(shown.contains("href=/measures/technoparks/activities/" + here + ","), shown);
        assertFalse(shown.contains("/activities/" + there + ","), shown);
        assertTrue(shown.contains("/api/clashes.xlsx?year=2025"), shown);
    }
}
