package kz.jolkarta.registry.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows are in a selection: of organisations, staff, road maps and what surrounds them. */
@BothEngines(FigureStoreTest.Registry.class)
class SelectionsTest {
    private static final String VILLAGE = "233633100";
    private static final String DISTRICT = "233600000";
    private static final String OTHER_VILLAGE = "231033100";
    private static final String OTHER_DISTRICT = "231000000";
    private static final String TOWN = "231010000";
    private static final String REGION = "230000000";
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final Period YEAR = new Period(2025, DAY);
    private static final Scope ATYRAU = Scope.of(REGION);

    private TestDatabase database;
    private FigureStore figures;

    @BeforeEach
    void figures(TestDatabase database) {
        this.database = database;
        this.figures = new FigureStore(database);
    }

    @AfterEach
    void empty() {
        database.clear(
                "doubtful_pair",
                "import_batch",
                "road_map_step",
                "road_map",
                "road_map_form",
                "participation",
                "award",
                "activity",
                "achievement",
                "child",
                "appointment",
                "staff",
                "organisation");
    }

    @Test
    void a_school_is_reached_when_somebody_of_its_staff_attended_an_activity_of_the_measure() {
        organisation(1, "SCHOOL", VILLAGE);
        organisation(2, "SCHOOL", VILLAGE);
        organisation(3, "SCHOOL", VILLAGE);
        child(10, VILLAGE, "school_id", 1L);
        child(11, VILLAGE, "school_id", 2L);
        staff(20, 1);
        staff(21, 2);
        staff(22, 3);
        activity(30, "seminars", "HELD", VILLAGE);
        activity(31, "best-practice", "HELD", VILLAGE);
        attended(40, 30, "staff_id", 21);
        attended(41, 31, "staff_id", 20);
        assertEquals(List.of(1L, 2L), ids(schools(Having.TARGET_PUPILS)));
        assertEquals(List.of(1L), ids(schools(Having.TARGET_PUPILS_BUT_NOBODY_TRAINED)));
        assertEquals(List.of(2L), ids(schools(Having.SOMEBODY_TRAINED)));
        assertEquals(List.of(21L), ids(new Selection.Staff(Set.of())));
    }

    @Test
    void a_pupil_outside_the_target_group_makes_no_school_one_of_the_target_group() {
        organisation(1, "SCHOOL", TOWN);
        child(10, TOWN, "school_id", 1L);
        assertEquals(List.of(), ids(schools(Having.TARGET_PUPILS)));
    }

    @Test
    void an_organisation_is_open_from_its_first_to_its_last_day() {
        organisation(1, "SCHOOL", VILLAGE, "opened_on", DAY);
        organisation(2, "SCHOOL", VILLAGE, "opened_on", DAY.plusDays(1));
        organisation(3, "SCHOOL", VILLAGE, "closed_on", DAY);
        organisation(4, "SCHOOL", VILLAGE, "closed_on", DAY.minusDays(1));
        organisation(5, "SCHOOL", VILLAGE, "active", false);
        organisation(6, "CENTRE", VILLAGE);
        assertEquals(List.of(1L, 3L), ids(schools(Having.ANYTHING)));
    }

    @Test
    void a_school_held_an_activity_when_one_of_the_measure_was_held_there() {
        organisation(1, "SCHOOL", VILLAGE);
        organisation(2, "SCHOOL", VILLAGE);
        organisation(3, "SCHOOL", VILLAGE);
        activity(30, "seminars", "HELD", VILLAGE, "organisation_id", 1L);
        activity(31, "seminars", "PLANNED", VILLAGE, "organisation_id", 2L);
        activity(32, "best-practice", "HELD", VILLAGE, "organisation_id", 3L);
        assertEquals(List.of(1L), ids(schools(Having.ACTIVITY)));
        assertEquals(List.of(2L, 3L), ids(schools(Having.NO_ACTIVITY)));
    }

    @Test
    void a_cabinet_has_a_coordinator_while_the_appointment_lasts() {
        cabinet(1, DISTRICT, DAY);
        cabinet(2, DISTRICT, DAY.minusDays(1));
        organisation(3, "CABINET", DISTRICT);
        assertEquals(List.of(1L), ids(cabinets(Having.COORDINATOR)));
        assertEquals(List.of(2L, 3L), ids(cabinets(Having.NO_COORDINATOR)));
    }

    @Test
    void the_load_of_a_cabinet_is_the_children_of_its_district_or_of_the_whole_region() {
        child(10, VILLAGE);
        child(11, VILLAGE);
        child(12, OTHER_VILLAGE);
        cabinet(1, VILLAGE, DAY);
        cabinet(4, REGION, DAY);
        cabinet(7, "234200000", DAY);
        assertEquals(
                List.of(new Value(DISTRICT, "1", 2), new Value(REGION, "4", 3), new Value("234200000", "7", 0)),
                values(new Selection.Caseload(), Optional.empty()));
        assertEquals(
                List.of(2L, 3L, 0L),
                rows(new Selection.Caseload()).stream()
                        .map(row -> row.cells().get("children"))
                        .toList());
    }

    @Test
    void a_child_belongs_to_the_coordinator_of_its_districts_cabinet() {
        child(10, VILLAGE);
        child(11, OTHER_VILLAGE);
        cabinet(1, DISTRICT, DAY);
        cabinet(4, REGION, DAY);
        assertEquals(
                List.of(new Value(OTHER_DISTRICT, "none", 1), new Value(DISTRICT, "2", 1)),
                values(new Selection.Children(Criterion.everyone()), Optional.of(Dimension.COORDINATOR)));
        assertEquals(Map.of("2", "Серік Айгүл"), figures.staffNames(List.of(2L, 999L)));
    }

    @Test
    void a_child_for_whom_a_coordinator_is_named_is_in_the_load_of_this_ones_cabinet_alone() {
        cabinet(1, DISTRICT, DAY);
        cabinet(4, REGION, DAY);
        child(10, VILLAGE);
        named(11, 5, DAY);
        named(12, 2, DAY);
        assertEquals(
                List.of(new Value(DISTRICT, "1", 2), new Value(REGION, "4", 2)),
                values(new Selection.Caseload(), Optional.empty()));
        assertEquals(
                List.of(new Value(DISTRICT, "2", 2), new Value(DISTRICT, "5", 1)),
                values(new Selection.Children(Criterion.everyone()), Optional.of(Dimension.COORDINATOR)));
    }

    @Test
    void a_name_counts_from_its_first_day_and_while_the_appointment_holds() {
        cabinet(1, DISTRICT, DAY);
        cabinet(4, REGION, DAY);
        cabinet(7, REGION, DAY.minusDays(1));
        cabinet(20, OTHER_DISTRICT, DAY);
        named(11, 5, DAY.plusDays(1));
        named(12, 8, DAY);
        named(13, 21, DAY);
        assertEquals(
                List.of(new Value(DISTRICT, "1", 3), new Value(REGION, "4", 3), new Value(OTHER_DISTRICT, "20", 0)),
                values(new Selection.Caseload(), Optional.empty()),
                "later, ended, and another district's");
        assertEquals(
                List.of(new Value(DISTRICT, "2", 3)),
                values(new Selection.Children(Criterion.everyone()), Optional.of(Dimension.COORDINATOR)));
    }

    private void named(long child, long staff, LocalDate since) {
        child(child, VILLAGE, "coordinator_id", staff, "coordinator_since", since);
    }

    @Test
    void a_district_is_without_an_event_until_one_of_the_kind_was_held() {
        Selection without = new Selection.DistrictsWithout(Set.of("seminar"));
        int all = rows(without).size();
        activity(30, "seminars", "PLANNED", DISTRICT);
        activity(31, "seminars", "HELD", DISTRICT, "type", "training");
        activity(32, "seminars", "HELD", REGION);
        assertEquals(all, rows(without).size());
        activity(33, "seminars", "HELD", VILLAGE);
        assertEquals(all - 1, rows(without).size());
        assertEquals(
                List.of(new Value(OTHER_DISTRICT, "", 1)),
                values(without, Optional.empty()).stream()
                        .filter(v ->
                                v.district().equals(DISTRICT) || v.district().equals(OTHER_DISTRICT))
                        .toList());
    }

    @Test
    void the_results_behind_an_award_are_prizes_of_the_target_group_under_its_holder() {
        organisation(1, "SCHOOL", VILLAGE);
        staff(20, 1);
        staff(21, 1);
        child(10, VILLAGE);
        child(11, TOWN);
        prize(50, 10, 20, 1);
        prize(51, 11, 20, 1);
        prize(52, 10, 21, 1);
        prize(53, 10, 20, 5);
        award(60, 20, "APPROVED");
        award(61, 20, "PROPOSED");
        award(62, 21, "REFUSED");
        assertEquals(List.of(50L), ids(new Selection.Results(Set.of(), Set.of("APPROVED", "PROPOSED"))));
        assertEquals(List.of(50L, 52L), ids(new Selection.Results(Set.of(), Set.of())));
    }

    @Test
    void a_road_map_is_overdue_as_a_late_draft_or_with_a_late_step() {
        form(5, 1);
        for (long child = 10; child <= 14; child++) {
            child(child, VILLAGE);
        }
        roadMap(110, 10, null, DAY.minusDays(1), null);
        roadMap(111, 11, null, DAY, null);
        roadMap(112, 12, DAY, DAY.minusDays(9), null);
        roadMap(113, 13, DAY, DAY, null);
        roadMap(114, 14, DAY.minusDays(3), DAY, DAY.minusDays(1));
        step(120, 113, DAY.minusDays(1), "DONE", DAY.plusDays(1));
        step(121, 112, DAY.minusDays(1), "DONE", DAY);
        step(122, 112, DAY, "PLANNED", null);
        step(123, 112, DAY.minusDays(2), "DROPPED", null);
        step(124, 112, DAY.plusDays(1), "PLANNED", null);
        assertEquals(List.of(110L, 111L), ids(new Selection.RoadMaps(Set.of("DRAFT"))));
        assertEquals(List.of(112L, 113L), ids(new Selection.RoadMaps(Set.of("APPROVED"))));
        assertEquals(List.of(110L, 113L), ids(new Selection.RoadMaps(Set.of("OVERDUE"))));
        assertEquals(List.of(120L, 122L), ids(new Selection.RoadMapSteps(Set.of("PLANNED"))));
        assertEquals(List.of(121L), ids(new Selection.RoadMapSteps(Set.of("DONE"))));
    }

    @Test
    void a_version_of_the_form_that_two_districts_use_is_one_of_the_region() {
        form(5, 1);
        form(6, 2);
        form(7, 3);
        child(10, VILLAGE);
        child(11, OTHER_VILLAGE);
        child(12, OTHER_VILLAGE);
        roadMap(110, 10, DAY, DAY, null);
        roadMap(111, 11, DAY, DAY, null);
        roadMap(112, 12, null, DAY, null);
        database.run(tx -> tx.update("update road_map set form_id = 6 where id = 112", Map.of()));
        assertEquals(List.of(5L), ids(new Selection.RoadMapForms()), "a draft does not make a version used");
        assertEquals(List.of(new Value(REGION, "", 1)), values(new Selection.RoadMapForms(), Optional.empty()));
    }

    @Test
    void guests_are_children_of_any_measure_who_came_to_such_an_organisation() {
        organisation(1, "CENTRE", VILLAGE);
        organisation(2, "SCHOOL", VILLAGE);
        child(10, VILLAGE);
        child(11, TOWN);
        child(12, VILLAGE);
        activity(30, "cultural-visits", "HELD", DISTRICT, "organisation_id", 1L);
        activity(31, "technoparks", "HELD", DISTRICT, "organisation_id", 1L);
        activity(32, "technoparks", "HELD", DISTRICT, "organisation_id", 2L);
        attended(40, 30, "child_id", 10);
        attended(41, 31, "child_id", 10);
        attended(42, 31, "child_id", 11);
        attended(43, 32, "child_id", 12);
        Set<OrganisationKind> centre = Set.of(OrganisationKind.CENTRE);
        assertEquals(List.of(10L, 11L), ids(new Selection.Guests(centre, Criterion.everyone())));
        assertEquals(List.of(10L), ids(new Selection.Guests(centre, Criterion.targetGroup())));
    }

    @Test
    void a_choice_is_read_from_the_extra_fields_and_not_from_a_text_that_looks_like_it() {
        String field = "{\"audience\":\"teacher\"}";
        String trap = "{\"note\":\"\\\"audience\\\":\\\"teacher\\\"\"}";
        activity(30, "seminars", "HELD", DISTRICT, "fields", field);
        activity(31, "seminars", "HELD", DISTRICT, "fields", trap);
        organisation(1, "SCHOOL", VILLAGE);
        staff(20, 1);
        attended(40, 30, "staff_id", 20);
        attended(41, 31, "staff_id", 20);
        Optional<Dimension> audience = Optional.of(Dimension.of(Field.choice("audience", "teacher", "methodist")));
        List<Value> each = List.of(new Value(DISTRICT, "none", 1), new Value(DISTRICT, "teacher", 1));
        assertEquals(each, values(new Selection.Activities(Set.of(), Set.of()), audience));
        assertEquals(each, values(new Selection.Staff(Set.of()), audience));
        assertEquals(each, values(new Selection.Applications(Set.of(), Set.of("ATTENDED")), audience));
    }

    @Test
    void a_doubt_waits_until_the_day_it_was_decided_on() {
        insert(
                "import_batch",
                "id",
                1L,
                "owner",
                1L,
                "territory",
                "",
                "file_name",
                "тізім.csv",
                "dry_run",
                false,
                "header_row",
                0,
                "headings",
                "[]",
                "mapping",
                "{}",
                "created_at",
                Instant.parse("2025-06-01T08:00:00Z"),
                "content",
                new byte[] {1});
        doubt(70, null);
        doubt(71, Instant.parse("2025-12-31T08:00:00Z"));
        doubt(72, Instant.parse("2026-01-02T08:00:00Z"));
        assertEquals(List.of(70L, 72L), ids(new Selection.Doubts()));
        assertEquals(
                List.of(), figures.rows("seminars", new Selection.Doubts(), Period.of(2024, DAY), ATYRAU, true, 0, 10));
    }

    private static Selection schools(Having having) {
        return new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), having);
    }

    private static Selection cabinets(Having having) {
        return new Selection.Organisations(Set.of(OrganisationKind.CABINET), having);
    }

    private List<BehindRow> rows(Selection selection) {
        return figures.rows("seminars", selection, YEAR, ATYRAU, true, 0, 100);
    }

    private List<Long> ids(Selection selection) {
        return rows(selection).stream().map(BehindRow::id).toList();
    }

    private List<Value> values(Selection selection, Optional<Dimension> by) {
        Wanted wanted = new Wanted("seminars", selection, Optional.empty(), by);
        return figures.values(List.of(wanted), YEAR, ATYRAU).get(wanted);
    }

    /** Later pairs of a name and a value take the place of earlier ones. */
    private void insert(String table, Object... namesAndValues) {
        database.run(tx -> Population.insert(tx, table, 1, i -> Population.row(namesAndValues)));
    }

    private static Object[] joined(Object[] some, Object... more) {
        Object[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private void organisation(long id, String kind, String territory, Object... more) {
        Object[] all = {
            "id",
            id,
            "kind",
            kind,
            "name",
            "№ " + id,
            "name_key",
            "n",
            "territory",
            territory,
            "created_at",
            Instant.EPOCH
        };
        insert("organisation", joined(all, more));
    }

    private void staff(long id, long organisation) {
        insert(
                "staff",
                "id",
                id,
                "organisation_id",
                organisation,
                "surname",
                "Серік",
                "given_name",
                "Айгүл",
                "name_key",
                "s",
                "position",
                "TEACHER",
                "valid_from",
                DAY.minusYears(2),
                "created_at",
                Instant.EPOCH);
    }

    /** A cabinet whose coordinator, with the next id, is appointed until the day. */
    private void cabinet(long id, String territory, LocalDate until) {
        organisation(id, "CABINET", territory);
        staff(id + 1, id);
        insert(
                "appointment",
                "id",
                id + 2,
                "organisation_id",
                id,
                "staff_id",
                id + 1,
                "order_number",
                "1",
                "order_date",
                DAY.minusYears(1),
                "valid_from",
                DAY.minusYears(1),
                "valid_to",
                until,
                "created_by",
                1L,
                "created_at",
                Instant.EPOCH);
    }

    private void child(long id, String territory, Object... more) {
        Object[] all = {
            "id",
            id,
            "given_name",
            "Әли",
            "key_surname",
            "a",
            "key_given",
            "a",
            "sort_key",
            "a",
            "birth_date",
            LocalDate.of(2012, 5, 5),
            "sex",
            "MALE",
            "territory",
            territory,
            "registered_on",
            LocalDate.of(2024, 1, 1),
            "updated_at",
            Instant.EPOCH
        };
        insert("child", joined(all, more));
    }

    private void activity(long id, String measure, String state, String territory, Object... more) {
        Object[] all = {
            "id",
            id,
            "measure",
            measure,
            "type",
            "seminar",
            "title",
            "Семинар",
            "territory",
            territory,
            "starts",
            LocalDate.of(2025, 5, 5),
            "ends",
            LocalDate.of(2025, 5, 5),
            "state",
            state,
            "created_by",
            1L,
            "created_at",
            Instant.EPOCH
        };
        insert("activity", joined(all, more));
    }

    private void attended(long id, long activity, String who, long person) {
        insert(
                "participation",
                "id",
                id,
                "activity_id",
                activity,
                who,
                person,
                "state",
                "ATTENDED",
                "applied_at",
                Instant.EPOCH);
    }

    private void prize(long id, long child, long coach, int place) {
        insert(
                "achievement",
                "id",
                id,
                "child_id",
                child,
                "event",
                "олимпиада",
                "level",
                "REPUBLIC",
                "place",
                place,
                "won_on",
                LocalDate.of(2024, 5, 5),
                "coach_id",
                coach);
    }

    private void award(long id, long staff, String state) {
        insert(
                "award",
                "id",
                id,
                "measure",
                "seminars",
                "type",
                "best",
                "award_year",
                2025,
                "territory",
                DISTRICT,
                "staff_id",
                staff,
                "state",
                state,
                "proposed_by",
                1L,
                "created_at",
                Instant.EPOCH);
    }

    private void form(long id, int number) {
        insert(
                "road_map_form",
                "id",
                id,
                "form_no",
                number,
                "state",
                "PUBLISHED",
                "content",
                "{}",
                "created_by",
                1L,
                "created_at",
                Instant.EPOCH);
    }

    private void roadMap(long id, long child, LocalDate approved, LocalDate due, LocalDate closed) {
        insert(
                "road_map",
                "id",
                id,
                "child_id",
                child,
                "form_id",
                5L,
                "school_year",
                2025,
                "state",
                "DRAFT",
                "content",
                "{}",
                "due_on",
                due,
                "drawn_up_on",
                LocalDate.of(2025, 9, 1),
                "approved_on",
                approved,
                "closed_on",
                closed,
                "created_by",
                1L,
                "created_at",
                Instant.EPOCH);
    }

    private void step(long id, long map, LocalDate due, String state, LocalDate done) {
        insert(
                "road_map_step",
                "id",
                id,
                "road_map_id",
                map,
                "ordinal",
                id,
                "title",
                "Олимпиада",
                "measure",
                "",
                "due_on",
                due,
                "state",
                state,
                "done_on",
                done);
    }

    private void doubt(long id, Instant decided) {
        insert(
                "doubtful_pair",
                "id",
                id,
                "import_id",
                1L,
                "row_no",
                id,
                "child_id",
                1L,
                "territory",
                VILLAGE,
                "evidence",
                "NAME",
                "row_json",
                "{}",
                "row_key",
                "k" + id,
                "decision",
                decided == null ? "OPEN" : "SAME",
                "decided_at",
                decided);
    }
}
