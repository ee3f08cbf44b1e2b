package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.Test;

@BothEngines(Village.Tables.class)
class AlarmsTest {
    private static final Orders.Order<Unseen> WORST = Alarms.PLACES.of("");

    private static final LocalDate TODAY = RegistryWorld.TODAY;
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 2, 1);
    private static final Paging FIRST = Paging.of(50, "");
    private static final Caller KEEPER = RegistryWorld.coordinator(RegistryWorld.ATYRAU);

    private final RegistryWorld world;
    private final Village village;
    private final Alarms alarms;

    AlarmsTest(TestDatabase database) {
        world = new RegistryWorld(database);
        village = new Village(database);
        Criterion all = Criterion.everyone();
        alarms = new Alarms(new Offering(world, TODAY).with(all, all, all, all).sweeps);
    }

    private static Alarms.Filter days(int days) {
        return new Alarms.Filter(Optional.empty(), days, Optional.empty(), Optional.empty());
    }

    private List<Long> found(AlarmKind kind, int days) {
        return alarms.children(KEEPER, kind, days(days), false, FIRST).items().stream()
                .map(Alarms.ChildRow::id)
                .toList();
    }

    private long count(Caller caller, AlarmKind kind) {
        return alarms.overview(caller, days(60)).alarms().stream()
                .filter(l -> l.kind() == kind)
                .findFirst()
                .orElseThrow()
                .count();
    }

    @Test
    void a_gifted_child_of_whom_nothing_is_recorded_for_sixty_days_raises_the_alarm() {
        long silent = village.child(Village.VILLAGE, null);
        village.talent(silent, LONG_AGO);
        village.child(Village.VILLAGE, null);
        assertEquals(List.of(silent), found(AlarmKind.SILENT, 60), "a child that is not gifted raises none");
        assertEquals(1, count(KEEPER, AlarmKind.SILENT));
        Alarms.ChildRow row = alarms.children(KEEPER, AlarmKind.SILENT, days(60), false, FIRST)
                .items()
                .get(0);
        assertEquals(LONG_AGO, row.lastOn());
        assertTrue(row.reason().contains("297"), row.reason());
    }

    @Test
    void silent_children_are_listed_by_name_from_either_end() {
        List<Long> silent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long child = village.child(Village.VILLAGE, null);
            village.talent(child, LONG_AGO);
            silent.add(child);
        }
        assertEquals(silent, found(AlarmKind.SILENT, 60));
        List<Long> falling = new ArrayList<>();
        Page.each(
                after -> alarms.children(KEEPER, AlarmKind.SILENT, days(60), true, Paging.of(2, after)),
                row -> falling.add(row.id()));
        Collections.reverse(falling);
        assertEquals(silent, falling);
    }

    @Test
    void silence_ends_on_the_day_it_is_broken_and_begins_again_so_many_days_later() {
        long child = village.child(Village.VILLAGE, null);
        village.talent(child, TODAY.minusDays(60));
        assertEquals(List.of(child), found(AlarmKind.SILENT, 60));
        assertEquals(List.of(), found(AlarmKind.SILENT, 61));
    }

    @Test
    void each_kind_of_record_breaks_the_silence() {
        LocalDate yesterday = TODAY.minusDays(1);
        List<Runnable> signs = new ArrayList<>();
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long child = village.child(Village.VILLAGE, null);
            village.talent(child, LONG_AGO);
            children.add(child);
        }
        long activity = village.activity("technoparks", "project", "OPEN", LONG_AGO, TODAY);
        signs.add(() -> village.step(village.map(children.get(0), LONG_AGO), "DONE", yesterday));
        signs.add(() -> village.map(children.get(1), yesterday));
        signs.add(() -> village.takes(
                children.get(2), activity, "APPLIED", yesterday.atStartOfDay().toInstant(ZoneOffset.UTC)));
        signs.add(() -> village.present(
                village.takes(
                        children.get(3),
                        activity,
                        "ACCEPTED",
                        LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC)),
                activity,
                yesterday));
        signs.add(() -> village.insert(
                "award",
                "measure",
                "health-camps",
                "type",
                "camp",
                "award_year",
                2026,
                "territory",
                Village.VILLAGE,
                "child_id",
                children.get(4),
                "state",
                "PROPOSED",
                "proposed_by",
                1L,
                "created_at",
                yesterday.atStartOfDay().toInstant(ZoneOffset.UTC)));
        signs.add(() -> village.insert(
                "achievement",
                "child_id",
                children.get(5),
                "event",
                "Олимпиада",
                "level",
                "SCHOOL",
                "won_on",
                yesterday));
        signs.add(() -> village.insert(
                "diagnostic_result", "child_id", children.get(6), "held_on", yesterday, "method", "Равен"));
        signs.add(() -> village.talent(children.get(7), yesterday));
        signs.add(() -> village.shown(children.get(8), "technoparks", "DRAFT", 2026));
        assertEquals(9, found(AlarmKind.SILENT, 60).size());
        for (int i = 0; i < signs.size(); i++) {
            signs.get(i).run();
            assertEquals(children.subList(i + 1, children.size()), found(AlarmKind.SILENT, 60), "after sign " + i);
        }
    }

    @Test
    void an_approved_map_without_steps_raises_the_alarm_until_it_has_one_that_is_not_dropped() {
        long child = village.child(Village.VILLAGE, null);
        long map = village.map(child, TODAY.minusDays(3));
        assertEquals(List.of(child), found(AlarmKind.MAP_WITHOUT_STEPS, 60));
        village.step(map, "DROPPED", null);
        assertEquals(List.of(child), found(AlarmKind.MAP_WITHOUT_STEPS, 60));
        village.step(map, "PLANNED", null);
        assertEquals(List.of(), found(AlarmKind.MAP_WITHOUT_STEPS, 60));
    }

    @Test
    void a_school_without_anybody_identified_is_compared_with_the_others_of_its_district() {
        long seeing = village.school(Village.VILLAGE);
        long blind = village.school(Village.VILLAGE);
        long empty = village.school(Village.VILLAGE);
        village.school(RegistryWorld.ATYRAU_CITY);
        for (int i = 0; i < 10; i++) {
            long child = village.child(Village.VILLAGE, seeing);
            if (i < 2) {
                village.talent(child, TODAY);
            }
        }
        for (int i = 0; i < 5; i++) {
            village.child(Village.VILLAGE, blind);
        }
        List<Unseen> found =
                alarms.places(KEEPER, AlarmKind.SCHOOL, days(60), WORST, FIRST).items();
        assertEquals(
                List.of(blind, empty),
                found.stream().map(Unseen::id).toList(),
                "the other district has no gifted child");
        assertEquals(new BigDecimal("20.0"), found.get(0).rate());
        assertEquals(new BigDecimal("1.00"), found.get(0).expected(), "two of ten, and five children");
        assertEquals(0, found.get(1).children());
        assertEquals(new BigDecimal("1.00"), found.get(1).expected(), "two at two neighbours");
        assertEquals(2, count(KEEPER, AlarmKind.SCHOOL));
        Page<Unseen> first = alarms.places(KEEPER, AlarmKind.SCHOOL, days(60), WORST, Paging.of(1, ""));
        assertEquals(
                List.of(empty),
                alarms.places(KEEPER, AlarmKind.SCHOOL, days(60), WORST, Paging.of(1, first.next())).items().stream()
                        .map(Unseen::id)
                        .toList());
    }

    @Test
    void a_district_without_anybody_identified_is_named_with_its_cabinets() {
        village.talent(village.child(RegistryWorld.ATYRAU_CITY, null), TODAY);
        village.child(Village.VILLAGE, null);
        village.insert(
                "organisation",
                "kind",
                "CABINET",
                "name",
                "Әдістемелік кабинет",
                "name_key",
                "kabinet",
                "territory",
                Village.DISTRICT,
                "created_at",
                world.clock.now());
        List<Unseen> found = alarms.places(KEEPER, AlarmKind.DISTRICT, days(60), WORST, FIRST)
                .items();
        Unseen district = found.stream()
                .filter(u -> u.id() == Long.parseLong(Village.DISTRICT))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("Әдістемелік кабинет"), district.cabinets());
        assertEquals(new BigDecimal("100.0"), district.rate());
        Caller neighbour = RegistryWorld.coordinator(Village.DISTRICT);
        assertEquals(
                List.of(),
                alarms.places(neighbour, AlarmKind.DISTRICT, days(60), WORST, FIRST)
                        .items(),
                "who sees one district has nothing to compare it with");
    }

    @Test
    void fewer_than_five_children_are_not_told_to_who_may_not_see_them() {
        village.talent(village.child(Village.VILLAGE, null), LONG_AGO);
        Caller analyst = RegistryWorld.caller(RegistryWorld.ATYRAU, Role.ANALYST);
        Alarms.Answer answer = alarms.overview(analyst, days(60));
        assertNull(answer.alarms().get(0).count());
        assertNull(answer.districts().get(0).silent());
        assertEquals(1, alarms.overview(KEEPER, days(60)).districts().get(0).silent());
    }

    @Test
    void over_http_with_files_and_within_the_own_territory() {
        long child = village.child(Village.VILLAGE, null);
        village.talent(child, LONG_AGO);
        ResourceHost host = new ResourceHost(new AlarmResource(
                alarms,
                new Tables(new kz.jolkarta.core.internal.files.SheetFiles(world.clock), TestTexts.ofClassPath())));
        host.as(KEEPER);
        assertEquals(
                child,
                host.get("alarms/children?days=60")
                        .json()
                        .get("items")
                        .get(0)
                        .get("id")
                        .longValue());
        assertEquals(60, host.get("alarms").json().get("days").intValue());
        assertTrue(host.get("alarms/children.csv").text().contains("2026-02-01")
                || host.get("alarms/children.csv").text().contains("01.02.2026"));
        assertTrue(world.audited.stream().anyMatch(e -> e.action() == Action.EXPORT));
        assertEquals(200, host.get("alarms/places?kind=school").status());
        assertEquals(400, host.get("alarms/places?kind=silent").status());
        assertEquals(400, host.get("alarms?days=0").status());
        host.as(RegistryWorld.coordinator(RegistryWorld.NORTH));
        assertEquals(0, host.get("alarms/children").json().get("items").size());
    }
}
