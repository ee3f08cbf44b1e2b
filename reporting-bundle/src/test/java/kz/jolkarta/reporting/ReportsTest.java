package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class ReportsTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User COUNTRY = Node.user(Role.COORDINATOR, "");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    @Test
    void every_clause_of_the_resolution_stands_in_the_report_in_its_order() {
        RegionReport report = node.report(COORDINATOR, "2025", "23");
        assertEquals(
                IntStream.rangeClosed(1, 19).boxed().toList(),
                report.measures().stream().map(MeasureReport::number).toList());
        assertEquals(new RegionReport.Region("230000000", "Атырау облысы"), report.region());
        assertEquals("997", report.programme());
        assertEquals("2025-12-31", report.asOf().toString());
        assertEquals("2026-03-01", node.report(COORDINATOR, "2026", "23").asOf().toString());
    }

    @Test
    void a_measure_that_is_not_installed_is_not_run_here_and_says_why() {
        MeasureReport stipends = line("stipends");
        assertEquals(Cell.State.NOT_RUN, stipends.state());
        assertEquals("Бұл шара осы торапта орнатылмаған", stipends.reason());
        MeasureReport rules = line("admission-rules");
        assertEquals(Cell.State.NOT_RUN, rules.state());
        assertEquals("Бұл шараны министрлік жүзеге асырады", rules.reason());
    }

    @Test
    void an_installed_measure_of_which_nothing_was_recorded_is_not_reported() {
        node.activity(1, "project", "2024-05-05", "HELD", 8);
        MeasureReport technoparks = line("technoparks");
        assertEquals(Cell.State.NOT_REPORTED, technoparks.state());
        technoparks.indicators().forEach(i -> {
            assertEquals(Cell.State.NOT_REPORTED, i.state());
            assertEquals(Optional.empty(), i.value());
            assertEquals(List.of(), i.districts());
        });
    }

    @Test
    void a_measure_that_was_carried_out_without_any_result_shows_a_true_zero() {
        node.activity(1, "project", "2025-05-05", "CANCELLED", 8);
        MeasureReport technoparks = line("technoparks");
        assertEquals(Cell.State.ZERO, technoparks.state());
        assertEquals(
                Optional.of(BigDecimal.ZERO), technoparks.indicators().get(0).value());
    }

    @Test
    void a_measure_with_results_shows_their_values() {
        node.child(1, Node.VILLAGE);
        node.activity(1, "project", "2025-05-05", "HELD", 8, 1);
        node.activity(2, "project", "2025-06-05", "HELD", 4, 1);
        MeasureReport technoparks = line("technoparks");
        assertEquals(Cell.State.VALUE, technoparks.state());
        assertEquals(List.of("1", "12"), shown(technoparks));
        assertEquals(
                List.of(Unit.PERSONS, Unit.HOURS),
                technoparks.indicators().stream().map(IndicatorFigures::unit).toList());
    }

    @Test
    void a_derived_measure_is_not_reported_while_the_region_has_no_child_and_zero_while_none_is_gifted() {
        assertEquals(Cell.State.NOT_REPORTED, line("statistics").state());
        node.child(1, Node.VILLAGE);
        MeasureReport statistics = line("statistics");
        assertEquals(Cell.State.ZERO, statistics.state());
        assertEquals(List.of("0", "0", "0.0"), shown(statistics));
    }

    @Test
    void money_is_shown_in_tenge_and_tiyn() {
        node.payment(1, 123_456_789);
        node.payment(2, -6_789);
        IndicatorFigures money = node.indicator(COORDINATOR, "health-camps", "money", "2025", "23");
        assertEquals(Optional.of(new BigDecimal("1234500.00")), money.value());
        assertEquals(Unit.TENGE, money.unit());
    }

    @Test
    void a_share_has_one_decimal_and_is_absent_where_there_is_nothing_to_share() {
        node.children(5, 1, Node.VILLAGE, "SPORT");
        node.child(50, Node.VILLAGE);
        IndicatorFigures share = node.indicator(COORDINATOR, "statistics", "gifted-share", "2025", "23");
        assertEquals(Optional.of(new BigDecimal("83.3")), share.value());
        assertEquals(
                Optional.of(new BigDecimal("83.3")), place(share, Node.DISTRICT).value());
        assertEquals(Cell.State.NOT_REPORTED, place(share, Node.OTHER_DISTRICT).state());
    }

    @Test
    void a_change_is_this_years_count_less_that_of_the_year_before() {
        node.children(5, 1, Node.VILLAGE, "SPORT");
        node.change("update child set left_on = :day where id <= 3", Map.of("day", java.time.LocalDate.of(2025, 6, 1)));
        assertEquals(
                Optional.of(BigDecimal.valueOf(-3)),
                node.indicator(COORDINATOR, "statistics", "gifted-change", "2025", "23")
                        .value());
    }

    @Test
    void every_district_of_the_region_is_named_and_they_add_up_to_the_figure() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.children(7, 20, Node.OTHER_VILLAGE, "ARTS");
        IndicatorFigures gifted = node.indicator(COORDINATOR, "statistics", "gifted", "2025", Node.ATYRAU);
        assertEquals(8, gifted.districts().size());
        assertEquals("Zhylyoi District", place(gifted, Node.DISTRICT).name());
        BigDecimal sum =
                gifted.districts().stream().flatMap(d -> d.value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(gifted.value(), Optional.of(sum));
    }

    @Test
    void what_is_kept_for_the_whole_region_stands_beside_its_districts() {
        node.quota(1, 40);
        IndicatorFigures quota = node.indicator(COORDINATOR, "health-camps", "quota", "2025", "23");
        assertEquals(Optional.of(BigDecimal.valueOf(40)), quota.value());
        assertEquals(
                Optional.of(BigDecimal.valueOf(40)), place(quota, Node.ATYRAU).value());
    }

    @Test
    void a_breakdown_names_its_parts_and_shows_those_without_anybody() {
        node.children(5, 1, Node.VILLAGE, "SPORT");
        IndicatorFigures gifted = node.indicator(COORDINATOR, "statistics", "gifted", "2025", "23");
        IndicatorFigures.Breakdown sex = gifted.by().get(0);
        assertEquals("sex", sex.dimension());
        assertEquals(
                List.of("female", "male"),
                sex.items().stream().map(IndicatorFigures.Item::name).toList());
        assertEquals(
                List.of(Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.valueOf(5))),
                sex.items().stream().map(IndicatorFigures.Item::value).toList());
        assertEquals(8, gifted.by().get(2).items().size());
    }

    @Test
    void without_the_right_to_persons_fewer_than_five_of_them_are_not_shown_nor_can_they_be_had_by_subtraction() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.children(2, 20, Node.OTHER_VILLAGE, "ARTS");
        User analyst = Node.user(Role.ANALYST, "23");
        IndicatorFigures gifted = node.indicator(analyst, "statistics", "gifted", "2025", "23");
        assertEquals(Optional.of(BigDecimal.valueOf(8)), gifted.value());
        assertEquals(Cell.State.SUPPRESSED, place(gifted, Node.OTHER_DISTRICT).state());
        assertEquals(Cell.State.SUPPRESSED, place(gifted, Node.DISTRICT).state());
        assertEquals(Cell.State.ZERO, place(gifted, "234200000").state());
        assertEquals(
                Cell.State.VALUE,
                place(node.indicator(COORDINATOR, "statistics", "gifted", "2025", "23"), Node.OTHER_DISTRICT)
                        .state());
        node.change("delete from child_talent where child_id < 20", Map.of());
        assertEquals(
                Cell.State.SUPPRESSED,
                node.indicator(analyst, "statistics", "gifted", "2025", "23").state());
        assertEquals(
                Cell.State.SUPPRESSED,
                node.indicator(analyst, "statistics", "gifted-share", "2025", "23")
                        .state());
    }

    @Test
    void a_report_of_2020_counts_what_now_is_another_region_under_the_region_of_that_year() {
        node.children(5, 1, Node.SEMEI, "SPORT");
        assertEquals(
                "5", shown(node.report(COUNTRY, "2020", "63").measures().get(0)).get(0));
        assertEquals(
                Cell.State.NOT_REPORTED,
                node.report(COUNTRY, "2023", "63").measures().get(0).state());
        assertEquals(
                "5", shown(node.report(COUNTRY, "2023", "10").measures().get(0)).get(0));
        assertNotFound(() -> node.report(COUNTRY, "2020", "10"));
    }

    @Test
    void the_country_is_given_by_its_regions_of_the_year() {
        node.children(5, 1, Node.SEMEI, "SPORT");
        IndicatorFigures before = node.indicator(COUNTRY, "statistics", "gifted", "2020", "");
        assertEquals(17, before.districts().size());
        assertEquals(
                Optional.of(BigDecimal.valueOf(5)), place(before, "630000000").value());
        IndicatorFigures after = node.indicator(COUNTRY, "statistics", "gifted", "2023", "");
        assertEquals(20, after.districts().size());
        assertEquals(
                Optional.of(BigDecimal.valueOf(5)), place(after, "100000000").value());
    }

    @Test
    void without_a_territory_the_figures_are_those_of_the_readers_own() {
        node.children(5, 1, Node.VILLAGE, "SPORT");
        node.children(5, 20, Node.OTHER_VILLAGE, "SPORT");
        MeasureFigures own =
                node.reports.measure(Node.user(Role.COORDINATOR, "2336"), Language.EN, "statistics", "", "");
        assertEquals(Node.DISTRICT, own.territory());
        assertEquals(2026, own.year());
        assertEquals(Optional.of(BigDecimal.valueOf(5)), own.indicators().get(0).value());
        User two = Node.user(Role.COORDINATOR, "2336", "2310");
        IndicatorFigures gifted = node.indicator(two, "statistics", "gifted", "2025", "");
        assertEquals(Optional.of(BigDecimal.valueOf(10)), gifted.value());
        assertEquals(
                List.of(Node.OTHER_DISTRICT, Node.DISTRICT),
                gifted.districts().stream()
                        .map(IndicatorFigures.Place::territory)
                        .toList());
    }

    @Test
    void a_region_outside_the_readers_territory_answers_as_one_that_does_not_exist() {
        assertNotFound(() -> node.report(COORDINATOR, "2025", "27"));
        assertNotFound(() -> node.report(COORDINATOR, "2025", "98"));
        assertNotFound(() -> node.report(COORDINATOR, "2025", "Atyrau"));
        assertNotFound(() -> node.report(Node.user(Role.COORDINATOR, "2336"), "2025", "23"));
        assertNotFound(() -> node.indicator(COORDINATOR, "statistics", "gifted", "2025", Node.SEMEI));
        assertNotFound(() -> node.indicator(COORDINATOR, "statistics", "gifted", "2025", "231999999"));
    }

    @Test
    void a_year_before_the_programme_or_to_come_or_no_year_at_all_is_refused() {
        for (String year : List.of("2019", "2027", "20", "жыл", "-2025", "99999")) {
            Problem problem = assertThrows(Problem.class, () -> node.report(COORDINATOR, year, "23"), year);
            assertEquals(Problem.Kind.INVALID, problem.kind());
            assertEquals("year", problem.fields().get(0).field());
        }
    }

    @Test
    void every_figure_carries_its_rule_and_the_address_of_its_rows() {
        node.children(5, 1, Node.VILLAGE, "SPORT");
        IndicatorFigures gifted = node.indicator(COORDINATOR, "statistics", "gifted", "2025", "23");
        assertEquals("/api/measures/statistics/indicators/gifted/rows?year=2025&territory=230000000", gifted.rows());
        assertTrue(gifted.rule().length() > 20 && !gifted.rule().contains("["), gifted.rule());
    }

    private MeasureReport line(String code) {
        return node.report(COORDINATOR, "2025", "230000000").measures().stream()
                .filter(m -> m.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(MeasureReport line) {
        return line.indicators().stream()
                .map(i -> i.value().map(BigDecimal::toPlainString).orElse(""))
                .toList();
    }

    private static IndicatorFigures.Place place(IndicatorFigures figures, String code) {
        return figures.districts().stream()
                .filter(d -> d.territory().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNotFound(org.junit.jupiter.api.function.Executable question) {
        Problem problem = assertThrows(Problem.class, question);
        assertEquals(Problem.notFound().message(), problem.message());
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
    }
}
