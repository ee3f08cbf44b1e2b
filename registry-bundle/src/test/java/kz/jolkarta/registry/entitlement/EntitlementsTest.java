package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.registry.Category;
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
class EntitlementsTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);
    private static final Instant APPLIED = Instant.parse("2026-04-01T06:00:00Z");
    private static final String REGION = RegistryWorld.ATYRAU;
    private static final Caller KEEPER = RegistryWorld.caller(Language.EN, REGION, Role.COORDINATOR);
    private static final Caller ANALYST = RegistryWorld.caller(REGION, Role.ANALYST);

    private final RegistryWorld world;
    private final Village village;
    private final Offering offering;

    EntitlementsTest(TestDatabase database) {
        world = new RegistryWorld(database);
        village = new Village(database);
        offering = new Offering(world, RegistryWorld.TODAY)
                .with(Criterion.targetGroup(), Criterion.gifted(), Criterion.ages(6, 17), Criterion.ages(6, 17));
    }

    private ChildEntitlements.Line line(long child, String measure) {
        return offering.one.of(KEEPER, child, Optional.empty()).measures().stream()
                .filter(l -> l.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private EntitlementState state(long child) {
        return line(child, "technoparks").state();
    }

    @Test
    void a_child_without_a_record_is_entitled_and_not_reached_and_is_told_by_what() {
        long child = village.child(Village.VILLAGE, null);
        ChildEntitlements.Line line = line(child, "technoparks");
        assertTrue(line.entitled());
        assertEquals(EntitlementState.NOT_REACHED, line.state());
        assertEquals(List.of("lives in a rural settlement"), line.reasons(), "only what holds of the target group");
        assertEquals(List.of(), line.records());
        assertTrue(world.audited.stream().anyMatch(e -> e.action() == Action.READ && e.id() == child));
    }

    @Test
    void who_meets_no_criterion_is_told_what_stands_against_it() {
        long child = village.child(RegistryWorld.ATYRAU_CITY, null);
        ChildEntitlements.Line line = line(child, "technoparks");
        assertEquals(false, line.entitled());
        assertEquals(2, line.objections().size(), "one for each kind: " + line.objections());
        assertNull(line.state());
    }

    @Test
    void an_application_is_on_the_way_and_attendance_reaches() {
        long child = village.child(Village.VILLAGE, null);
        long project = village.activity("technoparks", "project", "OPEN", MAY, MAY);
        village.takes(child, project, "APPLIED", APPLIED);
        assertEquals(EntitlementState.ON_THE_WAY, state(child));
        long held = village.activity("technoparks", "seminar", "HELD", MAY, MAY);
        village.takes(child, held, "ATTENDED", APPLIED);
        assertEquals(EntitlementState.REACHED, state(child));
        assertEquals(2, line(child, "technoparks").records().size());
    }

    @Test
    void what_was_refused_missed_cancelled_or_of_another_year_is_no_record() {
        long child = village.child(Village.VILLAGE, null);
        village.takes(child, village.activity("technoparks", "project", "HELD", MAY, MAY), "ABSENT", APPLIED);
        village.takes(child, village.activity("technoparks", "project", "HELD", MAY, MAY), "REFUSED", APPLIED);
        village.takes(child, village.activity("technoparks", "project", "CANCELLED", MAY, MAY), "ACCEPTED", APPLIED);
        LocalDate before = MAY.minusYears(1);
        village.takes(child, village.activity("technoparks", "project", "HELD", before, before), "ATTENDED", APPLIED);
        village.shown(child, "technoparks", "ADOPTED", 2025);
        assertEquals(EntitlementState.NOT_REACHED, state(child));
        assertEquals(
                EntitlementState.REACHED,
                offering.one
                        .of(KEEPER, child, Optional.of(2025))
                        .measures()
                        .get(0)
                        .state(),
                "the year before has its own answer");
    }

    @Test
    void a_club_of_two_calendar_years_reaches_in_the_second_whoever_was_present_in_it() {
        long child = village.child(Village.VILLAGE, null);
        long club =
                village.activity("technoparks", "project", "OPEN", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 5, 31));
        long place = village.takes(child, club, "ACCEPTED", APPLIED);
        village.present(place, club, LocalDate.of(2025, 10, 1));
        assertEquals(EntitlementState.ON_THE_WAY, state(child));
        village.present(place, club, LocalDate.of(2026, 2, 1));
        assertEquals(EntitlementState.REACHED, state(child));
        assertEquals(1, line(child, "technoparks").records().size(), "one record, not one for each way it is found");
    }

    @Test
    void a_material_that_shows_the_child_reaches_once_it_is_adopted() {
        long child = village.child(Village.VILLAGE, null);
        village.shown(child, "technoparks", "DRAFT", 2026);
        assertEquals(EntitlementState.ON_THE_WAY, state(child));
        village.shown(child, "technoparks", "ADOPTED", 2026);
        assertEquals(EntitlementState.REACHED, state(child));
    }

    @Test
    void a_measure_that_the_region_does_not_carry_out_is_left_out_and_said_so() {
        long child = village.child(Village.VILLAGE, null);
        offering.absent.put("technoparks", "23");
        ChildEntitlements.Line line = line(child, "technoparks");
        assertEquals(false, line.entitled());
        assertNotNull(line.notCarriedOut());
        EntitlementFigures.Line figures = offering.figures
                .of(KEEPER, Optional.of(REGION), Optional.empty())
                .measures()
                .get(0);
        assertNull(figures.total());
        assertEquals(1, figures.notCarriedOut().size());
    }

    @Test
    void a_measure_of_the_centres_is_for_regions_that_have_one() {
        offering.installed.add(Offering.measure(
                2, Reach.WITH_CENTRE, List.of(ActivityType.forChildren("group", Criterion.everyone())), List.of()));
        long here = village.child(Village.VILLAGE, null);
        long elsewhere = village.child(RegistryWorld.NORTH_VILLAGE, null);
        assertTrue(line(here, "centres").entitled());
        Caller national = RegistryWorld.caller("", Role.COORDINATOR);
        ChildEntitlements.Line line = offering.one.of(national, elsewhere, Optional.empty()).measures().stream()
                .filter(l -> l.measure().equals("centres"))
                .findFirst()
                .orElseThrow();
        assertNotNull(line.notCarriedOut());
    }

    @Test
    void who_left_school_this_year_is_asked_only_where_leaving_is_what_it_is_about() {
        offering.with(
                Criterion.everyone(), Criterion.rural(), Criterion.finishedSchool(), Criterion.category(Category.ASP));
        long child = village.child(Village.VILLAGE, null);
        world.database.run(tx -> tx.update(
                "update child set grade = 11, state = 'LEFT', left_on = date('2026-05-25') where id = :id",
                java.util.Map.of("id", child)));
        assertEquals(false, line(child, "technoparks").entitled());
        assertTrue(line(child, "health-camps").entitled());
        assertEquals(
                1,
                offering.figures
                        .of(KEEPER, Optional.of(REGION), Optional.empty())
                        .measures()
                        .get(1)
                        .total()
                        .entitled());
        world.database.run(tx -> tx.update(
                "update child set left_on = date('2025-05-25') where id = :id", java.util.Map.of("id", child)));
        assertEquals(false, line(child, "health-camps").entitled(), "who left in an earlier year is out");
    }

    @Test
    void schools_come_with_those_first_that_have_most_to_reach() {
        long small = village.school(Village.VILLAGE);
        long big = village.school(Village.VILLAGE);
        village.child(Village.VILLAGE, small);
        village.child(Village.VILLAGE, big);
        long reached = village.child(Village.VILLAGE, big);
        village.child(Village.VILLAGE, big);
        village.takes(reached, village.activity("technoparks", "project", "HELD", MAY, MAY), "ATTENDED", APPLIED);
        EntitledFilter filter = filter("technoparks", Optional.empty());
        Orders.Order<SchoolFigures.Row> order = SchoolFigures.ORDERS.of("");
        List<SchoolFigures.Row> rows =
                offering.schools.list(KEEPER, filter, order, Paging.of(1, "")).items();
        assertEquals(big, rows.get(0).school().id());
        assertEquals(Counts.of(3, 1, 0, 0), rows.get(0).counts());
        String next =
                offering.schools.list(KEEPER, filter, order, Paging.of(1, "")).next();
        assertEquals(
                small,
                offering.schools
                        .list(KEEPER, filter, order, Paging.of(1, next))
                        .items()
                        .get(0)
                        .school()
                        .id());
    }

    private static EntitledFilter filter(String measure, Optional<String> q) {
        return new EntitledFilter(
                measure, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), q, false);
    }

    @Test
    void a_list_is_searched_by_names_in_any_spelling() {
        village.child(Village.VILLAGE, null);
        assertEquals(1, names("Сынаков").size());
        assertEquals(1, names("Али Сын").size());
        assertEquals(0, names("Басқа").size());
    }

    private List<EntitledChildren.Row> names(String q) {
        return offering.children
                .list(KEEPER, filter("technoparks", Optional.of(q)), Paging.of(50, ""))
                .items();
    }

    @Test
    void fewer_than_five_are_not_told_to_who_may_not_see_them() {
        for (int i = 0; i < 7; i++) {
            village.child(Village.VILLAGE, null);
        }
        for (int i = 0; i < 3; i++) {
            village.child("234230100", null);
        }
        for (int i = 0; i < 9; i++) {
            village.child("234830100", null);
        }
        EntitlementFigures.Line seen = offering.figures
                .of(KEEPER, Optional.of(REGION), Optional.empty())
                .measures()
                .get(0);
        assertEquals(19, seen.total().entitled());
        assertEquals(3, seen.districts().size());
        EntitlementFigures.Line veiled = offering.figures
                .of(ANALYST, Optional.of(REGION), Optional.empty())
                .measures()
                .get(0);
        assertEquals(19, veiled.total().entitled());
        List<Long> told = new ArrayList<>();
        veiled.districts().forEach(d -> told.add(d.counts().entitled()));
        assertEquals(
                1, told.stream().filter(n -> n != null).count(), "neither the three nor what would tell them: " + told);
        assertTrue(told.contains(9L));
        EntitlementFigures.Line asked = offering.figures
                .of(ANALYST, Optional.of(Village.DISTRICT), Optional.empty())
                .measures()
                .get(0);
        assertNull(asked.total().entitled(), "asked for alone it tells no more");
        assertThrows(Problem.class, () -> offering.figures.of(ANALYST, Optional.of(Village.VILLAGE), Optional.empty()));
    }

    @Test
    void a_year_to_come_is_refused() {
        Problem refused =
                assertThrows(Problem.class, () -> offering.figures.of(KEEPER, Optional.empty(), Optional.of(2027)));
        assertEquals("year", refused.fields().get(0).field());
    }

    @Test
    void over_http_lists_and_files_say_the_same_and_other_territories_nothing() {
        long child = village.child(Village.VILLAGE, null);
        ResourceHost host = new ResourceHost(
                new EntitlementResource(
                        offering.figures,
                        offering.schools,
                        offering.children,
                        new Tables(
                                new kz.jolkarta.core.internal.files.SheetFiles(world.clock), TestTexts.ofClassPath())),
                new ChildEntitlementResource(offering.one));
        host.as(KEEPER);
        JsonNode list = host.get("entitlements/children?measure=technoparks&state=not-reached")
                .json();
        assertEquals(child, list.get("items").get(0).get("id").longValue());
        assertEquals("not-reached", list.get("items").get(0).get("state").textValue());
        String csv = host.get("entitlements/children.csv?measure=technoparks").text();
        assertTrue(csv.contains("lives in a rural settlement"), csv);
        assertTrue(world.audited.stream().anyMatch(e -> e.action() == Action.EXPORT));
        assertEquals(400, host.get("entitlements/children").status(), "a list is of one measure");
        assertEquals(400, host.get("entitlements/children?measure=seminars").status(), "of one for children");
        assertEquals(404, host.get("entitlements/children?measure=stipends").status());
        assertEquals(200, host.get("entitlements?territory=" + REGION).status());
        host.as(RegistryWorld.caller(RegistryWorld.NORTH, Role.COORDINATOR));
        assertEquals(404, host.get("children/" + child + "/entitlements").status());
        assertEquals(
                0,
                host.get("entitlements/children?measure=technoparks")
                        .json()
                        .get("items")
                        .size());
        host.as(ANALYST);
        assertEquals(403, host.get("entitlements/children?measure=technoparks").status());
    }
}
