package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class SubmissionsTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User ANALYST = Node.user(Role.ANALYST, "23");
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private ReportBook book(User user) {
        return node.books.open(user, Language.EN, "2025", "23");
    }

    private void explain(String measure) {
        node.written.write(
                COORDINATOR,
                "2025",
                "23",
                new ReportTexts.TextInput(measure, "Ұйымдастырылмады", "Не проводилось"),
                OptionalInt.empty());
    }

    /** Every row is filled or explained. */
    private void complete() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        List.of("technoparks", "health-camps", "information-support").forEach(this::explain);
    }

    private Submission submit() {
        return node.handIn(COORDINATOR, APPROVER, "2025", "23");
    }

    @Test
    void a_row_that_is_neither_filled_nor_explained_keeps_the_report_back() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        assertEquals(
                List.of(8, 13, 18),
                book(APPROVER).checks().of(ReportChecks.Kind.MISSING).stream()
                        .map(ReportChecks.Finding::number)
                        .toList());
        Problem refused = assertThrows(Problem.class, this::submit);
        assertEquals(Problem.Kind.CONFLICT, refused.kind());
        assertEquals(List.of("8, 13, 18"), refused.message().args());
        List.of("technoparks", "health-camps", "information-support").forEach(this::explain);
        assertFalse(book(APPROVER).checks().blocked());
        assertEquals(1, submit().revision());
    }

    @Test
    void what_was_handed_in_does_not_change_and_anybody_can_compute_its_hash() {
        complete();
        Submission made = submit();
        byte[] content = node.submissions.content(APPROVER, "2025", "23", 1);
        Snapshot kept = new Snapshot(new String(content, StandardCharsets.UTF_8));
        assertEquals(made.hash(), kept.hash());
        assertEquals(64, made.hash().length());
        assertTrue(kept.json().startsWith("{\"asOf\":\"2025-12-31\",\"lastYear\":{"), kept.json());
        assertTrue(kept.json()
                .contains("{\"kk\":\"Ұйымдастырылмады\",\"measure\":\"technoparks\",\"ru\":\"Не проводилось\"}"));
        node.child(90, Node.VILLAGE, "SPORT");
        assertEquals(
                kept.json(), new String(node.submissions.content(APPROVER, "2025", "23", 1), StandardCharsets.UTF_8));
    }

    @Test
    void the_same_report_has_the_same_hash_and_is_not_handed_in_twice() {
        complete();
        submit();
        Problem again = assertThrows(Problem.class, this::submit);
        assertEquals("report.submit.unchanged", again.message().key());
        node.child(90, Node.VILLAGE, "SPORT");
        Submission second = submit();
        assertEquals(2, second.revision());
        assertNotEquals(second.hash(), book(APPROVER).revisions().get(1).hash());
    }

    @Test
    void what_changed_since_is_told_with_both_values() {
        complete();
        submit();
        assertEquals(List.of(), book(APPROVER).changes());
        node.change("delete from child_talent where child_id = 1", Map.of());
        Eventually.until(
                "the change is counted", () -> !book(APPROVER).changes().isEmpty());
        Snapshot.Changed gifted = book(APPROVER).changes().stream()
                .filter(c -> c.key().equals(new Snapshot.Key("statistics", "gifted", "")))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(BigDecimal.valueOf(7)), gifted.before().value());
        assertEquals(Optional.of(BigDecimal.valueOf(6)), gifted.now().value());
        assertTrue(gifted.fell());
        assertTrue(book(APPROVER).changes().stream()
                .anyMatch(c -> c.key().equals(new Snapshot.Key("statistics", "gifted", Node.DISTRICT))));
    }

    @Test
    void who_may_not_see_children_is_told_no_figure_of_fewer_than_five_by_the_difference_either() {
        node.children(4, 1, Node.VILLAGE, "SPORT");
        node.children(6, 20, Node.OTHER_VILLAGE, "SPORT");
        List.of("technoparks", "health-camps", "information-support").forEach(this::explain);
        submit();
        assertEquals(List.of(), book(ANALYST).changes());
        node.change("delete from child_talent where child_id = 1", Map.of());
        assertTrue(
                book(ANALYST).changes().stream()
                        .allMatch(c -> c.key().territory().isEmpty()),
                "of " + book(ANALYST).changes());
        assertThrows(Problem.class, () -> node.submissions.content(ANALYST, "2025", "23", 1));
    }

    @Test
    void after_the_tenth_of_january_it_is_late() {
        complete();
        assertFalse(submit().onTime(), "it is March");
        assertEquals("2026-01-10", node.calendar.of(2025).regions().toString());
        assertEquals("2026-01-25", node.calendar.of(2025).ministry().toString());
        List.of("technoparks", "health-camps", "information-support")
                .forEach(m -> node.written.write(
                        COORDINATOR,
                        "2026",
                        "23",
                        new ReportTexts.TextInput(m, "Болады", "Будет"),
                        OptionalInt.empty()));
        assertTrue(node.handIn(COORDINATOR, APPROVER, "2026", "23").onTime());
    }

    @Test
    void the_national_level_gives_back_with_remarks_and_the_region_hands_in_anew() {
        complete();
        submit();
        Problem silent = assertThrows(Problem.class, () -> Remarks.of(" ", Map.of("technoparks", " ")));
        assertEquals("remarks", silent.fields().get(0).field());
        node.verdicts.giveBack(MINISTRY, "2025", "23", 1, Remarks.of("Уточните меру 8", Map.of()));
        assertFalse(book(APPROVER).handedIn());
        assertEquals("Уточните меру 8", book(APPROVER).last().orElseThrow().remarks());
        assertThrows(
                Problem.class,
                () -> node.verdicts.giveBack(MINISTRY, "2025", "23", 1, Remarks.of("ещё раз", Map.of())));
        assertEquals(2, submit().revision());
        assertTrue(book(APPROVER).handedIn());
    }

    @Test
    void each_step_asks_for_its_own_right_over_the_region() {
        complete();
        forbidden(() -> node.submissions.submit(COORDINATOR, "2025", "23"));
        forbidden(() -> node.verdicts.giveBack(APPROVER, "2025", "23", 1, Remarks.of("x", Map.of())));
        forbidden(() -> node.written.write(
                APPROVER, "2025", "23", new ReportTexts.TextInput("stipends", "x", "x"), OptionalInt.empty()));
        User elsewhere = Node.user("marat", Role.APPROVER, "61");
        Problem unseen = assertThrows(Problem.class, () -> node.submissions.submit(elsewhere, "2025", "23"));
        assertEquals(Problem.Kind.NOT_FOUND, unseen.kind());
    }

    private static void forbidden(org.junit.jupiter.api.function.Executable act) {
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Problem.class, act).kind());
    }

    @Test
    void a_text_of_an_older_version_is_refused_with_the_difference() {
        explain("stipends");
        Problem stale = assertThrows(
                Problem.class,
                () -> node.written.write(
                        COORDINATOR,
                        "2025",
                        "23",
                        new ReportTexts.TextInput("stipends", "Басқа", "Другое"),
                        OptionalInt.of(0)));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertTrue(stale.details().containsKey("difference"));
        assertEquals(
                "kk",
                assertThrows(
                                Problem.class,
                                () -> node.written.write(
                                        COORDINATOR,
                                        "2025",
                                        "23",
                                        new ReportTexts.TextInput("stipends", "ұ".repeat(3001), ""),
                                        OptionalInt.empty()))
                        .fields()
                        .get(0)
                        .field());
    }

    @Test
    void a_figure_that_fell_by_half_is_a_remark_until_it_is_explained() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.activity(1, "project", "2024-05-05", "HELD", 10, 1, 2, 3, 4, 5, 6);
        node.activity(2, "project", "2025-05-05", "HELD", 10, 1, 2, 3);
        ReportChecks.Finding fallen =
                book(COORDINATOR).checks().of(ReportChecks.Kind.FALLEN).get(0);
        assertEquals("technoparks", fallen.measure());
        assertEquals(BigDecimal.valueOf(6), fallen.before());
        assertEquals(BigDecimal.valueOf(3), fallen.now());
        explain("technoparks");
        assertEquals(List.of(), book(COORDINATOR).checks().of("technoparks"));
    }

    @Test
    void money_without_a_source_and_payments_without_a_document_are_remarks_that_no_text_removes() {
        complete();
        node.voucher(1, 1, Node.VILLAGE, "ISSUED");
        node.voucher(2, 2, Node.VILLAGE, "APPROVED");
        node.change("update award set amount = 5000000, document_number = '12' where id = 1", Map.of());
        node.change("update award set amount = 5000000, source = 'LOCAL_BUDGET' where id = 2", Map.of());
        node.payment(3, 5000000);
        List<ReportChecks.Finding> found = book(COORDINATOR).checks().of("health-camps");
        assertEquals(
                List.of(ReportChecks.Kind.NO_SOURCE, ReportChecks.Kind.NO_GROUND),
                found.stream().map(ReportChecks.Finding::kind).toList());
        assertEquals(BigDecimal.ONE, found.get(0).now());
        node.change("update award set source = 'LOCAL_BUDGET' where id = 1", Map.of());
        node.change("update payment set document_number = '7'", Map.of());
        assertEquals(List.of(), book(COORDINATOR).checks().of("health-camps"));
        assertFalse(book(COORDINATOR).checks().blocked());
    }
}
