package kz.jolkarta.registry.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistrySchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(FigureStoreTest.Registry.class)
class FigureStoreTest {
    /** The registry's tables and units, without a child. */
    public static final class Registry implements BothEngines.Tables {
        @Override
        public void in(TestDatabase database) {
            new RegistrySchema(database.migrations(), database);
        }
    }

    private static final String VILLAGE = "233633100";
    private static final String OTHER_DISTRICT = "231033100";
    private static final String SEMEI = "101010000";
    private static final Period YEAR = Period.of(2025, LocalDate.of(2026, 3, 1));
    private static final Scope ATYRAU = Scope.of("230000000");
    private static final Selection EVERY_CHILD = new Selection.Children(Criterion.everyone());

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
                "presence",
                "activity_session",
                "participation",
                "payment",
                "award",
                "quota",
                "deliverable",
                "activity",
                "child_talent",
                "child");
    }

    @Test
    void children_are_counted_by_the_district_of_their_residence() {
        child(1, VILLAGE);
        child(2, VILLAGE);
        child(3, OTHER_DISTRICT);
        child(4, SEMEI);
        assertEquals(
                List.of(new Value("231000000", "", 1), new Value("233600000", "", 2)),
                values(EVERY_CHILD, YEAR, ATYRAU));
    }

    @Test
    void a_district_of_a_city_has_its_own_code_and_no_zeros_for_it() {
        child(1, "751810000");
        assertEquals(List.of(new Value("751810000", "", 1)), values(EVERY_CHILD, YEAR, Scope.of("750000000")));
    }

    @Test
    void a_child_is_counted_from_the_day_of_registration_until_it_leaves() {
        child(1, VILLAGE);
        child(2, VILLAGE);
        set(2, "registered_on", LocalDate.of(2025, 12, 31));
        child(3, VILLAGE);
        set(3, "registered_on", LocalDate.of(2026, 1, 1));
        child(4, VILLAGE);
        set(4, "left_on", LocalDate.of(2025, 12, 31));
        child(5, VILLAGE);
        set(5, "left_on", LocalDate.of(2026, 1, 1));
        assertEquals(List.of(1L, 2L, 5L), ids(EVERY_CHILD, YEAR, ATYRAU));
    }

    @Test
    void an_archived_child_is_in_no_count() {
        child(1, VILLAGE);
        database.run(tx -> tx.update("update child set state = 'ARCHIVED'", Map.of()));
        assertEquals(List.of(), ids(EVERY_CHILD, YEAR, ATYRAU));
        assertFalse(figures.populated(YEAR, ATYRAU));
    }

    @Test
    void a_child_with_two_talents_is_counted_once_and_stands_under_both() {
        child(1, VILLAGE);
        talent(10, 1, "SPORT");
        talent(11, 1, "SPORT");
        talent(12, 1, "MILITARY_PATRIOTIC");
        Selection gifted = new Selection.Children(Criterion.gifted());
        assertEquals(List.of(new Value("233600000", "", 1)), values(gifted, YEAR, ATYRAU));
        assertEquals(
                List.of(new Value("233600000", "military-patriotic", 1), new Value("233600000", "sport", 1)),
                values(gifted, Optional.empty(), Optional.of(Dimension.TALENT)));
    }

    @Test
    void grades_stand_in_three_bands_and_a_child_without_a_grade_beside_them() {
        for (int i = 0; i <= 12; i++) {
            child(1 + i, VILLAGE);
            set(1 + i, "grade", i);
        }
        child(20, VILLAGE);
        assertEquals(
                List.of(
                        new Value("233600000", "basic", 5),
                        new Value("233600000", "none", 1),
                        new Value("233600000", "primary", 5),
                        new Value("233600000", "senior", 3)),
                values(EVERY_CHILD, Optional.empty(), Optional.of(Dimension.GRADE_BAND)));
    }

    @Test
    void a_participant_of_several_activities_is_one_child_and_one_of_each_kind() {
        child(1, VILLAGE);
        attended(100, "project", LocalDate.of(2025, 2, 1), 1);
        attended(200, "project", LocalDate.of(2025, 3, 1), 1);
        attended(300, "seminar", LocalDate.of(2025, 3, 1), 1);
        attended(400, "hackathon", LocalDate.of(2024, 12, 31), 1);
        Selection all = new Selection.Participants(Set.of(), 1, Criterion.everyone());
        assertEquals(List.of(new Value("233600000", "", 1)), values(all, YEAR, ATYRAU));
        assertEquals(
                List.of(new Value("233600000", "project", 1), new Value("233600000", "seminar", 1)),
                values(all, Optional.empty(), Optional.of(Dimension.TYPE)));
    }

    @Test
    void a_regular_participant_was_present_often_enough_in_one_school_year() {
        child(1, VILLAGE);
        child(2, VILLAGE);
        long first = attended(100, "project", LocalDate.of(2024, 9, 10), 1, 2);
        List<LocalDate> autumnToSpring = List.of(
                LocalDate.of(2024, 9, 10),
                LocalDate.of(2024, 11, 1),
                LocalDate.of(2024, 12, 1),
                LocalDate.of(2025, 2, 1));
        for (int i = 0; i < 4; i++) {
            // The second child comes three times before summer and once after: never four times in one school year.
            session(110 + i, 100, autumnToSpring.get(i), first, i < 3 ? List.of(1L, 2L) : List.of(1L));
        }
        session(120, 100, LocalDate.of(2025, 9, 2), first, List.of(2L));
        Selection regular = new Selection.Participants(Set.of("project"), 4, Criterion.everyone());
        assertEquals(List.of(1L), ids(regular, YEAR, ATYRAU));
        assertEquals(
                List.of(),
                ids(regular, Period.of(2024, LocalDate.of(2026, 3, 1)), ATYRAU),
                "only three of the sessions by then");
    }

    @Test
    void an_adopted_material_belongs_to_the_year_of_its_adoption() {
        deliverable(1, "233600000", "ADOPTED", 2024, LocalDate.of(2025, 1, 10), 100);
        deliverable(2, "233600000", "ADOPTED", 2025, LocalDate.of(2026, 1, 10), 200);
        deliverable(3, "230000000", "ADOPTED", 2025, LocalDate.of(2025, 5, 1), 300);
        deliverable(4, "", "ADOPTED", 2025, LocalDate.of(2025, 5, 1), 400);
        deliverable(5, "233600000", "DRAFT", 2025, null, 500);
        Selection adopted = new Selection.Deliverables(Set.of(), Set.of("ADOPTED"));
        assertEquals(List.of(1L, 3L), ids(adopted, YEAR, ATYRAU));
        assertEquals(
                List.of(new Value("", "", 400), new Value("230000000", "", 300), new Value("233600000", "", 100)),
                figures.values(
                                List.of(wanted(adopted, Optional.of(Amount.REACH), Optional.empty())),
                                YEAR,
                                Scope.COUNTRY)
                        .values()
                        .iterator()
                        .next());
    }

    @Test
    void names_are_given_only_with_the_right_to_persons_and_a_number_is_masked() {
        child(1, VILLAGE);
        set(1, "iin", "180826509508");
        BehindRow without = row(false);
        assertFalse(without.cells().containsKey("name")
                || without.cells().containsKey("iin")
                || without.cells().containsKey("birthDate"));
        BehindRow with = row(true);
        assertEquals("Ахметов Әли", with.cells().get("name"));
        assertEquals("••••••••9508", with.cells().get("iin"));
    }

    @Test
    void something_was_recorded_when_any_record_of_the_measure_falls_into_the_year() {
        assertFalse(figures.recorded("technoparks", YEAR, ATYRAU));
        attended(100, "project", LocalDate.of(2025, 5, 5));
        assertTrue(figures.recorded("technoparks", YEAR, ATYRAU));
        assertFalse(figures.recorded("technoparks", Period.of(2024, YEAR.day()), ATYRAU));
        assertFalse(figures.recorded("technoparks", YEAR, Scope.of("270000000")));
        assertFalse(figures.recorded("health-camps", YEAR, ATYRAU));
    }

    @Test
    void a_city_bears_the_name_of_the_day() {
        assertEquals(
                "Нұр-Сұлтан қаласы",
                figures.name("710000000", LocalDate.of(2021, 12, 31)).kk());
        assertEquals(
                "Астана қаласы",
                figures.name("710000000", LocalDate.of(2023, 12, 31)).kk());
    }

    private BehindRow row(boolean persons) {
        return figures.rows("statistics", EVERY_CHILD, YEAR, ATYRAU, persons, 0, 10)
                .get(0);
    }

    private List<Long> ids(Selection selection, Period period, Scope scope) {
        return figures.rows("technoparks", selection, period, scope, false, 0, 100).stream()
                .map(BehindRow::id)
                .toList();
    }

    private static Wanted wanted(Selection selection, Optional<Amount> amount, Optional<Dimension> by) {
        return new Wanted("technoparks", selection, amount, by);
    }

    private List<Value> values(Selection selection, Period period, Scope scope) {
        Wanted wanted = wanted(selection, Optional.empty(), Optional.empty());
        return figures.values(List.of(wanted), period, scope).get(wanted);
    }

    private List<Value> values(Selection selection, Optional<Amount> amount, Optional<Dimension> by) {
        Wanted wanted = wanted(selection, amount, by);
        return figures.values(List.of(wanted), YEAR, ATYRAU).get(wanted);
    }

    private void child(long id, String territory) {
        database.run(tx -> tx.update(
                "insert into child (id, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory, registered_on,"
                        + " updated_at) values (:id, 'Ахметов', 'Әли', 'a', 'a', 'a', :born, 'MALE', :territory, :since, :now)",
                Map.of(
                        "id",
                        id,
                        "born",
                        LocalDate.of(2012, 5, 5),
                        "territory",
                        territory,
                        "since",
                        LocalDate.of(2024, 1, 1),
                        "now",
                        Instant.EPOCH)));
    }

    private void set(long id, String column, Object value) {
        database.run(tx ->
                tx.update("update child set " + column + " = :value where id = :id", Map.of("value", value, "id", id)));
    }

    private void talent(long id, long child, String field) {
        database.run(tx -> tx.update(
                "insert into child_talent (id, child_id, field, identified_on) values (:id, :child, :field, :on)",
                Map.of("id", id, "child", child, "field", field, "on", LocalDate.of(2024, 1, 1))));
    }

    /** An activity that these children attended; the ids of their participations follow its own. @return the first of them */
    private long attended(long id, String type, LocalDate starts, long... children) {
        database.run(tx -> {
            tx.update(
                    "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                            + " values (:id, 'technoparks', :type, 'Жоба', '233600000', :starts, :starts, 'HELD', 1, :now)",
                    Map.of("id", id, "type", type, "starts", starts, "now", Instant.EPOCH));
            for (int i = 0; i < children.length; i++) {
                tx.update(
                        "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child,"
                                + " 'ATTENDED', :now)",
                        Map.of("id", id + 1 + i, "activity", id, "child", children[i], "now", Instant.EPOCH));
            }
        });
        return id + 1;
    }

    private void session(long id, long activity, LocalDate day, long firstParticipation, List<Long> present) {
        database.run(tx -> {
            tx.update(
                    "insert into activity_session (id, activity_id, held_on) values (:id, :activity, :day)",
                    Map.of("id", id, "activity", activity, "day", day));
            present.forEach(child -> tx.update(
                    "insert into presence (session_id, participation_id, present) values (:id, :participation, true)",
                    Map.of("id", id, "participation", firstParticipation + child - 1)));
        });
    }

    private void deliverable(long id, String territory, String state, int year, LocalDate adopted, long reach) {
        database.run(tx -> tx.update(
                "insert into deliverable (id, measure, type, title, territory, state, deliverable_year, adopted_on, reach, created_by,"
                        + " created_at) values (:id, 'technoparks', 'video', 'Видео', :territory, :state, :year, :adopted, :reach, 1, :now)",
                Map.of(
                        "id",
                        id,
                        "territory",
                        territory,
                        "state",
                        state,
                        "year",
                        year,
                        "adopted",
                        Optional.ofNullable(adopted),
                        "reach",
                        reach,
                        "now",
                        Instant.EPOCH)));
    }
}
