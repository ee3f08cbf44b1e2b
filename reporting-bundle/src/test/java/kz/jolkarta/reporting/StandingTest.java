package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which measures a region reports on: those for it, those it carries out, and those that were here in the year. */
@BothEngines(Node.Registry.class)
class StandingTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User COUNTRY = Node.user(Role.COORDINATOR, "");
    private static final String TURKISTAN = "610000000";

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
    void a_measure_of_centres_is_not_applicable_to_a_region_without_one_in_every_language() {
        node.measures.present.add(technoparks(Reach.WITH_CENTRE));
        node.measures.present.remove(Node.TECHNOPARKS);
        node.sets.centres.add(TURKISTAN);
        node.activity(1, "project", "2025-05-05", "HELD", 8);
        assertLine(Language.KK, Cell.State.NOT_APPLICABLE, "Өңірде дарынды балалар орталығы жоқ");
        assertLine(Language.RU, Cell.State.NOT_APPLICABLE, "В регионе нет центра для одарённых детей");
        assertLine(Language.EN, Cell.State.NOT_APPLICABLE, "The region has no centre for gifted children");
        assertEquals(List.of(), line(COORDINATOR, Language.EN, "2025").indicators());
        node.sets.centres.add(Node.ATYRAU);
        assertLine(Language.KK, Cell.State.VALUE, "");
    }

    @Test
    void among_the_regions_of_the_country_one_without_a_centre_has_no_zero() {
        node.measures.present.add(technoparks(Reach.WITH_CENTRE));
        node.measures.present.remove(Node.TECHNOPARKS);
        node.sets.centres.addAll(List.of(Node.ATYRAU, TURKISTAN));
        node.activity(1, "project", "2025-05-05", "HELD", 8);
        IndicatorFigures events = node.indicator(COUNTRY, "technoparks", "events", "2025", "");
        assertEquals(Cell.State.VALUE, place(events, Node.ATYRAU).state());
        assertEquals(Cell.State.ZERO, place(events, TURKISTAN).state());
        assertEquals(Cell.State.NOT_APPLICABLE, place(events, "270000000").state());
        assertEquals(Optional.empty(), place(events, "270000000").value());
    }

    @Test
    void the_ministrys_measure_is_not_applicable_to_a_region_and_counted_for_the_country() {
        node.measures.present.add(technoparks(Reach.MINISTRY));
        node.measures.present.remove(Node.TECHNOPARKS);
        node.activity(1, "project", "2025-05-05", "HELD", 8);
        assertLine(Language.KK, Cell.State.NOT_APPLICABLE, "Бұл шараны министрлік жүзеге асырады");
        assertLine(Language.RU, Cell.State.NOT_APPLICABLE, "Эту меру выполняет министерство");
        assertLine(Language.EN, Cell.State.NOT_APPLICABLE, "The ministry carries out this measure");
        MeasureFigures own = node.reports.measure(COORDINATOR, Language.EN, "technoparks", "2025", Node.DISTRICT);
        assertEquals("The ministry carries out this measure", own.reason());
        assertEquals(Cell.State.NOT_APPLICABLE, own.indicators().get(0).state());
        assertEquals(List.of(), own.indicators().get(0).districts());
        assertEquals(
                Optional.of(BigDecimal.ONE),
                node.indicator(COUNTRY, "technoparks", "events", "2025", "").value());
    }

    @Test
    void a_region_that_does_not_carry_a_measure_out_says_why_in_its_own_words() {
        node.activity(1, "project", "2025-05-05", "HELD", 8);
        node.sets.absences.put(
                Node.ATYRAU,
                Map.of(
                        "technoparks",
                        new RegionSets.Absence(LocalDate.of(2025, 1, 1), Optional.empty(), "Технопарк жабылды")));
        assertLine(Language.RU, Cell.State.NOT_RUN, "Технопарк жабылды");
        assertEquals(
                Cell.State.ZERO,
                node.reports.region(COUNTRY, Language.RU, "2025", "23").measures().stream()
                        .filter(m -> m.code().equals("health-camps"))
                        .findFirst()
                        .map(m -> Cell.State.ZERO)
                        .orElseThrow());
    }

    @Test
    void a_measure_that_left_still_stands_in_the_years_before_it_did() {
        node.activity(1, "project", "2024-05-05", "HELD", 8);
        node.activity(2, "project", "2025-05-05", "HELD", 8);
        node.measures.present.remove(Node.TECHNOPARKS);
        node.measures.gone.add(
                new Measures.Former(technoparks(Reach.EVERY_REGION), Instant.parse("2024-12-31T20:00:00Z")));
        MeasureReport before = line(COORDINATOR, Language.EN, "2024");
        assertEquals(Cell.State.VALUE, before.state());
        assertEquals(Optional.of(BigDecimal.ONE), before.indicators().get(0).value());
        assertEquals(
                1,
                node.rows
                        .page(
                                COORDINATOR,
                                Language.EN,
                                new RowsBehind.Question("technoparks", "events", "2024", "23", "", ""))
                        .items()
                        .size());
        // It left on 1 January 2025 by the office's clock.
        assertLine(Language.KK, Cell.State.NOT_RUN, "Бұл шара осы торапта орнатылмаған");
        assertThrows(Problem.class, () -> node.indicator(COORDINATOR, "technoparks", "events", "2025", "23"));
    }

    @Test
    void the_spreadsheet_names_the_state_and_the_reason() {
        node.measures.present.add(technoparks(Reach.WITH_CENTRE));
        node.measures.present.remove(Node.TECHNOPARKS);
        for (Language language : Language.values()) {
            List<List<?>> rows = new ArrayList<>();
            new ReportTable(node.texts, language)
                    .rows(node.reports.region(COORDINATOR, language, "2025", "23"), rows::add);
            List<?> row = rows.stream()
                    .filter(r -> Integer.valueOf(8).equals(r.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    Map.of(Language.KK, "қолданылмайды", Language.RU, "не применяется", Language.EN, "not applicable")
                            .get(language),
                    row.get(7));
            assertTrue(!String.valueOf(row.get(8)).isEmpty(), row::toString);
        }
    }

    private static Measures.Installed technoparks(Reach reach) {
        return Node.measure(
                8,
                reach,
                List.of(ActivityType.forChildren("project", Criterion.everyone())),
                List.of(),
                List.of(),
                Indicator.count("events", new Selection.Activities(Set.of(), Set.of("HELD"))));
    }

    private void assertLine(Language language, Cell.State state, String reason) {
        MeasureReport line = line(COORDINATOR, language, "2025");
        assertEquals(state, line.state());
        assertEquals(reason, line.reason());
    }

    private MeasureReport line(User user, Language language, String year) {
        return node.reports.region(user, language, year, "23").measures().stream()
                .filter(m -> m.code().equals("technoparks"))
                .findFirst()
                .orElseThrow();
    }

    private static IndicatorFigures.Place place(IndicatorFigures figures, String code) {
        return figures.districts().stream()
                .filter(d -> d.territory().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
