package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people, a signed snapshot with the rows behind it, and what the level above does with it. */
@BothEngines(Node.Registry.class)
class SealedReportTest {
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User MINISTRY = Node.user("ministry", Role.ADMINISTRATOR, "");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(6, 100, Node.OTHER_VILLAGE, "ARTS");
        List.of("technoparks", "health-camps", "information-support").forEach(this::explain);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private void explain(String measure) {
        node.written.write(
                COORDINATOR,
                "2025",
                "23",
                new ReportTexts.TextInput(measure, "Ұйымдастырылмады", "Не проводилось"),
                OptionalInt.empty());
    }

    private Submission handIn() {
        return node.handIn(COORDINATOR, APPROVER, "2025", "23");
    }

    private ReportBook book() {
        return node.books.open(APPROVER, Language.EN, "2025", "23");
    }

    private Verification verified() {
        return node.verifier.verify(COORDINATOR, "2025", "23", 1);
    }

    private static String refusal(Runnable act) {
        Problem problem = assertThrows(Problem.class, act::run);
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        return problem.message().key();
    }

    @Test
    void one_prepares_and_another_one_hands_in() {
        assertEquals("report.submit.not-prepared", refusal(() -> node.submissions.submit(APPROVER, "2025", "23")));
        assertEquals(ReportState.OPEN, book().state());
        node.submissions.prepare(COORDINATOR, "2025", "23");
        assertEquals(ReportState.PREPARED, book().state());
        User both = new User(COORDINATOR.id(), COORDINATOR.login(), APPROVER.rights(), Language.KK);
        assertEquals("report.submit.same-person", refusal(() -> node.submissions.submit(both, "2025", "23")));
        Submission made = node.submissions.submit(APPROVER, "2025", "23");
        assertEquals("aigul", made.seal().orElseThrow().prepared().by());
        assertEquals("marat", made.submittedBy());
        assertEquals(ReportState.SUBMITTED, book().state());
        assertEquals(made, node.submissions.one(COORDINATOR, "2025", "23", 1));
    }

    @Test
    void a_text_or_a_record_that_changes_after_the_preparation_undoes_it() {
        node.submissions.prepare(COORDINATOR, "2025", "23");
        explain("technoparks");
        assertEquals(ReportState.OPEN, book().state());
        assertEquals("report.submit.not-prepared", refusal(() -> node.submissions.submit(APPROVER, "2025", "23")));
        node.submissions.prepare(COORDINATOR, "2025", "23");
        node.change("delete from child_talent where child_id = 1", Map.of());
        assertEquals("report.submit.changed", refusal(() -> node.submissions.submit(APPROVER, "2025", "23")));
        node.submissions.prepare(COORDINATOR, "2025", "23");
        assertEquals(1, node.submissions.submit(APPROVER, "2025", "23").revision());
    }

    @Test
    void other_rows_behind_the_same_figures_are_another_report() {
        Submission first = handIn();
        node.change("delete from child_talent where child_id = 1", Map.of());
        node.child(50, Node.VILLAGE, "SPORT");
        node.change("update child set grade = null, left_on = registered_on where id = 1", Map.of());
        Submission second = handIn();
        Map<Snapshot.Key, Cell> before = snapshot(1).cells();
        assertEquals(before, snapshot(2).cells(), "every figure is the same");
        assertFalse(first.hash().equals(second.hash()));
    }

    private Snapshot snapshot(int revision) {
        return new Snapshot(
                new String(node.submissions.content(APPROVER, "2025", "23", revision), StandardCharsets.UTF_8));
    }

    @Test
    void the_content_names_the_rows_behind_each_figure_and_is_signed_by_the_node() throws Exception {
        Submission made = handIn();
        Submission.Seal seal = made.seal().orElseThrow();
        assertTrue(NodeKey.verify(Node.KEY.open(), snapshot(1).bytes(), seal.signature()));
        JsonNode gifted = Json.mapper().readTree(snapshot(1).json()).at("/measures/0/indicators/0/frozen/0");
        assertEquals("counted", gifted.path("part").asText());
        assertEquals(13, gifted.path("rows").asInt());
        FrozenRows rows = new FrozenRows(Map.of(
                Node.DISTRICT, new long[] {1, 2, 3, 4, 5, 6, 7},
                Node.OTHER_DISTRICT, new long[] {100, 101, 102, 103, 104, 105}));
        assertEquals(rows.hash(), gifted.path("sha256").asText());
        assertEquals(Sha256.of("231000000:100,101,102,103,104,105\n233600000:1,2,3,4,5,6,7\n".getBytes()), rows.hash());
    }

    @Test
    void who_may_not_see_children_is_told_nothing_of_the_rows() {
        handIn();
        String open = node.database.read(
                tx -> SubmissionStore.content(tx, 2025, Node.ATYRAU, 1, true).orElseThrow());
        assertFalse(open.contains("frozen"), open);
    }

    @Test
    void an_untouched_revision_is_whole_whatever_happens_to_the_records() {
        handIn();
        node.change("delete from child_talent", Map.of());
        assertEquals(new Verification(Verification.State.WHOLE, Node.KEY.id(), true, List.of()), verified());
    }

    @Test
    void one_changed_byte_of_the_content_is_found() {
        handIn();
        String content = snapshot(1).json().replace("Не проводилось", "Не проводилосъ");
        node.change("update report_submission set content = :content", Map.of("content", content));
        assertEquals(List.of(Verification.Kind.CONTENT, Verification.Kind.SIGNATURE), kinds());
        node.change("update report_submission set hash = :hash", Map.of("hash", new Snapshot(content).hash()));
        assertEquals(List.of(Verification.Kind.SIGNATURE), kinds(), "whoever mends the hash has no key");
    }

    @Test
    void one_changed_byte_of_the_rows_is_found_and_the_figure_is_named() {
        handIn();
        String gifted = snapshot(1)
                .frozen()
                .get(new Snapshot.Key("statistics", "gifted", ""))
                .get(Behind.Part.COUNTED)
                .sha256();
        byte[] packed = node.database.read(tx -> tx.one(
                        "select packed from report_rows where hash = :hash",
                        Map.of("hash", gifted),
                        row -> row.bytes("packed"))
                .orElseThrow());
        packed[packed.length / 2] ^= 1;
        node.change(
                "update report_rows set packed = :packed where hash = :hash", Map.of("packed", packed, "hash", gifted));
        assertTrue(verified().flaws().contains(new Verification.Flaw(Verification.Kind.ROWS, "statistics", "gifted")));
        node.change("delete from report_rows", Map.of());
        assertEquals(Verification.State.DAMAGED, verified().state());
    }

    @Test
    void the_shown_part_of_the_content_is_signed_too() {
        handIn();
        node.change("update report_submission set open_content = '{}'", Map.of());
        assertEquals(List.of(Verification.Kind.OPEN_CONTENT), kinds());
    }

    @Test
    void one_that_was_handed_in_before_reports_were_signed_is_neither_whole_nor_damaged() {
        handIn();
        node.change(
                "update report_submission set signature = null, public_key = null, prepared_by = null, prepared_at = null",
                Map.of());
        assertEquals(new Verification(Verification.State.UNSIGNED, "", false, List.of()), verified());
    }

    private List<Verification.Kind> kinds() {
        return verified().flaws().stream().map(Verification.Flaw::kind).toList();
    }

    @Test
    void the_level_above_gives_back_with_remarks_on_measures() {
        handIn();
        node.verdicts.giveBack(
                MINISTRY, "2025", "23", 1, Remarks.of("", Map.of("technoparks", "Сколько занятий?", "stipends", " ")));
        assertEquals(ReportState.RETURNED, book().state());
        assertEquals(
                Map.of("technoparks", "Сколько занятий?"),
                node.verdicts.remarks(node.submissions.one(APPROVER, "2025", "23", 1)));
        assertEquals("report.submit.not-prepared", refusal(() -> node.submissions.submit(APPROVER, "2025", "23")));
        Problem unknown = assertThrows(Problem.class, () -> Remarks.of("", Map.of("nothing", "x")));
        assertEquals("measures.nothing", unknown.fields().get(0).field());
        Problem tooLong = assertThrows(Problem.class, () -> Remarks.of("", Map.of("stipends", "ж".repeat(3001))));
        assertEquals("measures.stipends", tooLong.fields().get(0).field());
    }

    @Test
    void an_accepted_report_is_corrected_only_after_it_was_given_back() {
        handIn();
        assertThrows(Problem.class, () -> node.verdicts.accept(APPROVER, "2025", "23", 1));
        node.verdicts.accept(MINISTRY, "2025", "23", 1);
        assertEquals(ReportState.ACCEPTED, book().state());
        assertEquals(
                "ministry", book().last().orElseThrow().accepted().orElseThrow().by());
        assertEquals("report.submit.meanwhile", refusal(() -> node.verdicts.accept(MINISTRY, "2025", "23", 1)));
        assertEquals("report.submit.accepted", refusal(() -> node.submissions.prepare(COORDINATOR, "2025", "23")));
        node.verdicts.giveBack(MINISTRY, "2025", "23", 1, Remarks.of("Ошибка", Map.of()));
        assertEquals(ReportState.RETURNED, book().state());
        assertEquals(2, handIn().revision());
    }

    @Test
    void rows_are_kept_once_however_many_figures_and_revisions_they_stand_behind() {
        handIn();
        long before = rows();
        node.written.write(
                COORDINATOR, "2025", "23", new ReportTexts.TextInput("stipends", "Жоқ", "Нет"), OptionalInt.empty());
        handIn();
        assertEquals(before, rows());
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(APPROVER, "2025", "23", 2).state());
    }

    private long rows() {
        return node.database.read(tx -> tx.number("select count(*) from report_rows", Map.of()));
    }

    @Test
    void each_step_is_in_the_trail() {
        handIn();
        node.verdicts.accept(MINISTRY, "2025", "23", 1);
        List<String> trail = node.audited.stream()
                .map(e -> e.detail().replaceAll(" [0-9a-f]{64}", ""))
                .filter(d -> d.contains("revision"))
                .toList();
        assertEquals(List.of("2025 prepared revision 1", "2025 revision 1", "2025 revision 1 accepted"), trail);
    }

    @Test
    void the_shell_hands_in_what_a_person_prepared_and_checks_it() throws IOException {
        assertEquals("The report has not been handed in yet.", shell(this::verify));
        RuntimeException refused = assertThrows(RuntimeException.class, () -> shell(this::submit));
        assertTrue(refused.getMessage().contains("not prepared"), refused.getMessage());
        node.submissions.prepare(COORDINATOR, "2025", "23");
        String made = shell(this::submit);
        assertTrue(made.startsWith("Revision 1 was handed in, SHA-256 "), made);
        assertEquals("shell:serik", book().last().orElseThrow().submittedBy(), "the trail tells who was at the shell");
        assertEquals("1  Checked: whole. The report is as it was handed in.", shell(this::verify));
    }

    @Test
    void the_shell_tells_what_is_damaged_and_fails_a_script() {
        handIn();
        explain("stipends");
        handIn();
        node.change("update report_submission set open_content = '{}' where revision = 1", Map.of());
        String one = damaged("Damaged revisions: 1");
        assertTrue(one.contains("2  Checked: whole."), one);
        assertTrue(one.contains("1  Checked: damaged."), one);
        node.change("delete from report_rows", Map.of());
        String both = damaged("Damaged revisions: 2, 1");
        assertTrue(both.contains("The rows behind the figure are gone or changed  statistics gifted"), both);
    }

    /** What the check prints before it fails with the words. */
    private String damaged(String words) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        RuntimeException failed =
                assertThrows(RuntimeException.class, () -> verify(new PrintStream(told, true, StandardCharsets.UTF_8)));
        assertEquals(words, failed.getMessage());
        return told.toString(StandardCharsets.UTF_8);
    }

    private void submit(PrintStream out) throws IOException {
        new ReportSubmitCommand(
                        node.submissions, node.nationSubmissions, node.texts, Node.SHELL, "2025", "23", Language.EN)
                .tell(out);
    }

    private void verify(PrintStream out) throws IOException {
        new ReportVerifyCommand(node.submissions, node.verifier, node.texts, Node.SHELL, "2025", "23", Language.EN)
                .tell(out);
    }

    private interface Command {
        void tell(PrintStream out) throws IOException;
    }

    private static String shell(Command command) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.tell(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
