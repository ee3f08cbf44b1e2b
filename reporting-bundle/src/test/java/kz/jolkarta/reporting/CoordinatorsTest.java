package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure.Spread.Of;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coordinators of the cabinets: the children of each, and figures by them. */
@BothEngines(Node.Registry.class)
class CoordinatorsTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User ANALYST = Node.user(Role.ANALYST, "23");
    private static final User AUDITOR = Node.user(Role.AUDITOR, "23");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.measures.present.add(Node.measure(
                3,
                Reach.EVERY_REGION,
                List.of(),
                List.of(),
                List.of(),
                Indicator.spread("median", Of.MEDIAN, new Selection.Caseload()),
                Indicator.spread("largest", Of.LARGEST, new Selection.Caseload()),
                Indicator.count(
                        "cabinets", new Selection.Organisations(Set.of(OrganisationKind.CABINET), Having.COORDINATOR)),
                Indicator.count("children", new Selection.Children(Criterion.everyone()), Dimension.COORDINATOR)));
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    @Test
    void the_load_of_a_coordinator_is_given_as_the_median_and_the_largest_of_the_cabinets() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.children(9, 20, Node.OTHER_VILLAGE, "SPORT");
        node.cabinet(1000, Node.DISTRICT);
        node.cabinet(1010, Node.OTHER_VILLAGE);
        assertEquals(Optional.of(BigDecimal.valueOf(8)), value(COORDINATOR, "median", "23"), "7.5 rounded half up");
        assertEquals(Optional.of(BigDecimal.valueOf(9)), value(COORDINATOR, "largest", "23"));
        assertEquals(Optional.of(BigDecimal.valueOf(6)), value(COORDINATOR, "largest", Node.DISTRICT));
        node.cabinet(1020, Node.ATYRAU);
        assertEquals(Optional.of(BigDecimal.valueOf(9)), value(COORDINATOR, "median", "23"));
        assertEquals(
                Optional.of(BigDecimal.valueOf(15)),
                value(COORDINATOR, "largest", "23"),
                "a region's cabinet answers for the whole region");
    }

    @Test
    void where_no_cabinet_has_a_coordinator_there_is_no_load() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        assertEquals(
                Cell.State.NOT_REPORTED,
                node.indicator(COORDINATOR, "coordinators", "median", "2025", "23")
                        .state());
        assertEquals(
                Cell.State.ZERO,
                node.indicator(COORDINATOR, "coordinators", "cabinets", "2025", "23")
                        .state());
    }

    @Test
    void a_load_of_fewer_than_five_children_is_shown_only_to_who_may_see_them() {
        node.children(3, 1, Node.VILLAGE, "SPORT");
        node.cabinet(1000, Node.DISTRICT);
        assertEquals(
                Cell.State.SUPPRESSED,
                node.indicator(ANALYST, "coordinators", "largest", "2025", "23").state());
        assertEquals(Optional.of(BigDecimal.valueOf(3)), value(COORDINATOR, "largest", "23"));
    }

    @Test
    void coordinators_are_named_to_who_may_see_organisations_only() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.children(7, 20, Node.OTHER_VILLAGE, "SPORT");
        node.cabinet(1000, Node.DISTRICT);
        assertEquals(List.of("Серік Айгүл", "not stated"), names(ANALYST));
        assertEquals(List.of("coordinator No. 1001", "not stated"), names(AUDITOR));
    }

    @Test
    void the_cabinets_behind_a_load_are_listed_with_their_children_and_headings_in_every_language() {
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.cabinet(1000, Node.DISTRICT);
        for (Language language : Language.values()) {
            RowsBehind.Listing listing = node.rows.page(
                    ANALYST, language, new RowsBehind.Question("coordinators", "largest", "2025", "23", "", ""));
            RowsBehind.Row row = listing.items().get(0);
            assertEquals(1000, row.id());
            assertEquals(6L, row.cells().get("children"));
            assertEquals("Серік Айгүл", row.cells().get("name"));
            assertEquals("cabinet", row.cells().get("kind"));
            assertEquals(
                    List.copyOf(row.cells().keySet()),
                    listing.columns().stream().map(RowsBehind.Column::code).toList());
            assertTrue(Stream.of("name", "organisation", "children").allMatch(row.cells()::containsKey));
            listing.columns().forEach(c -> assertFalse(c.name().startsWith("["), language + ": " + c));
        }
        assertTrue(node.audited.isEmpty(), "no child was looked at");
    }

    private Optional<BigDecimal> value(User user, String indicator, String territory) {
        return node.indicator(user, "coordinators", indicator, "2025", territory)
                .value();
    }

    private List<String> names(User user) {
        return node.indicator(user, "coordinators", "children", "2025", "23").by().get(0).items().stream()
                .map(IndicatorFigures.Item::name)
                .toList();
    }
}
