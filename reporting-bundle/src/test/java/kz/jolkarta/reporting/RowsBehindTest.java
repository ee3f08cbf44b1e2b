package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class RowsBehindTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");

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
    void the_list_behind_a_number_has_as_many_rows_page_by_page() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.child(20, Node.VILLAGE);
        RowsBehind.Listing first = page(COORDINATOR, "statistics", "gifted", "5", "");
        RowsBehind.Listing second = page(COORDINATOR, "statistics", "gifted", "5", first.next());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(first));
        assertEquals(List.of(6L, 7L), ids(second));
        assertEquals("", second.next());
        assertEquals(
                Optional.of(BigDecimal.valueOf(7)),
                node.indicator(COORDINATOR, "statistics", "gifted", "2025", "23")
                        .value());
    }

    @Test
    void persons_are_listed_with_their_names_to_those_who_may_see_them_and_the_look_is_audited() {
        node.child(1, Node.VILLAGE, "SPORT");
        RowsBehind.Row row =
                page(COORDINATOR, "statistics", "gifted", "", "").items().get(0);
        assertEquals("Ахметов Әли", row.cells().get("name"));
        assertEquals("••••••••0001", row.cells().get("iin"));
        assertEquals("male", row.cells().get("sex"));
        assertEquals(
                List.of(new Audit.Entry(Audit.Action.READ, "indicator", 0, Node.ATYRAU, "statistics gifted 2025")),
                node.audited);
    }

    @Test
    void who_may_see_figures_only_is_refused_the_persons() {
        node.child(1, Node.VILLAGE, "SPORT");
        assertForbidden(Node.user(Role.ANALYST, "23"), "statistics", "gifted");
        assertForbidden(Node.user(Role.ADMINISTRATOR, ""), "technoparks", "participants");
        assertForbidden(Node.user(Role.ANALYST, "23"), "health-camps", "issued");
        assertTrue(node.audited.isEmpty());
    }

    @Test
    void who_may_see_records_but_no_children_sees_vouchers_without_names() {
        node.child(1, Node.VILLAGE);
        node.voucher(5, 1, Node.DISTRICT, "ISSUED");
        RowsBehind.Row row = page(Node.user(Role.ADMINISTRATOR, ""), "health-camps", "issued", "", "")
                .items()
                .get(0);
        assertFalse(row.cells().containsKey("name") || row.cells().containsKey("child"), row.cells()::toString);
        assertEquals("issued", row.cells().get("state"));
        RowsBehind.Row named =
                page(COORDINATOR, "health-camps", "issued", "", "").items().get(0);
        assertEquals(1L, named.cells().get("child"));
    }

    @Test
    void payments_are_shown_in_tenge_to_whoever_may_see_figures() {
        node.payment(3, 150_050);
        RowsBehind.Row row = page(Node.user(Role.ANALYST, "23"), "health-camps", "money", "", "")
                .items()
                .get(0);
        assertEquals(new BigDecimal("1500.50"), row.cells().get("amount"));
        assertEquals("local-budget", row.cells().get("source"));
        assertEquals("Жылыой ауданы", row.territoryName());
    }

    @Test
    void a_page_that_cannot_be_is_refused() {
        for (String limit : List.of("0", "201", "много")) {
            assertInvalid("limit", () -> page(COORDINATOR, "statistics", "gifted", limit, ""));
        }
        assertInvalid("after", () -> page(COORDINATOR, "statistics", "gifted", "", "' or 1 = 1"));
    }

    @Test
    void an_indicator_that_is_not_declared_is_not_found() {
        Problem problem = assertThrows(Problem.class, () -> page(COORDINATOR, "statistics", "nothing", "", ""));
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
    }

    private RowsBehind.Listing page(User user, String measure, String indicator, String limit, String after) {
        return node.rows.page(
                user, Language.KK, new RowsBehind.Question(measure, indicator, "2025", "23", limit, after));
    }

    private static List<Long> ids(RowsBehind.Listing page) {
        return page.items().stream().map(RowsBehind.Row::id).toList();
    }

    private void assertForbidden(User user, String measure, String indicator) {
        Problem problem = assertThrows(Problem.class, () -> page(user, measure, indicator, "", ""));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
    }

    private static void assertInvalid(String field, org.junit.jupiter.api.function.Executable question) {
        Problem problem = assertThrows(Problem.class, question);
        assertEquals(field, problem.fields().get(0).field());
    }
}
