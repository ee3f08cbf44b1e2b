package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ministry's report to the government: texts, handing in, what differs since. */
@BothEngines(Node.Registry.class)
class NationReportTest {
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");
    private static final User PREPARES = Node.user("daulet", Role.ADMINISTRATOR, "");
    private static final User SEES_CHILDREN = Node.user(Role.COORDINATOR, "");
    private static final List<String> SILENT = List.of("technoparks", "health-camps", "information-support");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.clock.set(LocalDate.of(2026, 1, 9));
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(5, 20, Node.SEMEI, "ARTS");
        handIn("23");
        node.clock.set(LocalDate.of(2026, 1, 20));
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private void handIn(String region) {
        SILENT.forEach(m ->
                node.written.write(Node.user(Role.COORDINATOR, region), "2025", region, said(m), OptionalInt.empty()));
        node.handIn(Node.user("kamila", Role.COORDINATOR, region), Node.user(Role.APPROVER, region), "2025", region);
    }

    private static ReportTexts.TextInput said(String measure) {
        return new ReportTexts.TextInput(measure, "Ұйымдастырылмады", "Не проводилось");
    }

    private void explain() {
        SILENT.forEach(m -> node.written.writeOfNation(MINISTRY, "2025", said(m), OptionalInt.empty()));
    }

    private NationReport submit() {
        explain();
        return node.tellGovernment("2025");
    }

    private Preparation prepare() {
        return node.nationSubmissions.prepare(PREPARES, "2025");
    }

    private String content(User user, int revision) {
        return new String(node.nation.content(user, "2025", revision), StandardCharsets.UTF_8);
    }

    private static String key(org.junit.jupiter.api.function.Executable act) {
        return assertThrows(Problem.class, act).message().key();
    }

    @Test
    void it_is_frozen_with_the_hashes_of_the_regions_reports_and_signed_by_the_node() {
        NationReport made = submit();
        String full = content(SEES_CHILDREN, 1);
        assertEquals(made.hash(), new Snapshot(full).hash());
        assertTrue(NodeKey.verify(made.publicKey(), full.getBytes(StandardCharsets.UTF_8), made.signature()));
        String open = content(MINISTRY, 1);
        assertEquals(made.openHash(), new Snapshot(open).hash());
        assertTrue(NodeKey.verify(made.publicKey(), open.getBytes(StandardCharsets.UTF_8), made.openSignature()));
        String ofAtyrau = node.submissions.list(MINISTRY, "2025", "23").get(0).hash();
        assertTrue(full.contains("{\"code\":\"230000000\",\"hash\":\"" + ofAtyrau + "\""), full);
        assertTrue(full.contains("\"state\":\"missing\""), "regions that are not in it are named");
        assertTrue(
                full.contains("{\"kk\":\"Ұйымдастырылмады\",\"measure\":\"technoparks\",\"ru\":\"Не проводилось\"}"));
        assertTrue(made.onTime());
        assertTrue(node.audited.stream()
                .anyMatch(e ->
                        e.action() == Audit.Action.APPROVE && e.detail().equals("2025 revision 1 " + made.hash())));
    }

    @Test
    void a_region_that_hands_in_afterwards_is_a_difference_and_a_revision_of_its_own() {
        NationReport first = submit();
        assertEquals("report.submit.unchanged", key(this::prepare));
        assertEquals(List.of(), changes());
        handIn("10");
        Snapshot.Key gifted = new Snapshot.Key("statistics", "gifted", "");
        Snapshot.Changed changed = changes().stream()
                .filter(c -> c.key().equals(gifted))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(BigDecimal.valueOf(7)), changed.before().value());
        assertEquals(Optional.of(BigDecimal.valueOf(12)), changed.now().value());
        node.clock.set(LocalDate.of(2026, 1, 26));
        NationReport second = node.tellGovernment("2025");
        assertEquals(2, second.revision());
        assertFalse(second.onTime(), "it was due on 25 January");
        assertEquals(first.hash(), new Snapshot(content(SEES_CHILDREN, 1)).hash());
    }

    private List<Snapshot.Changed> changes() {
        return node.nation.changes(MINISTRY, node.rollUps.of(MINISTRY, Language.EN, "2025"), 1);
    }

    @Test
    void it_is_not_handed_in_before_the_regions_day_is_over_nor_with_a_row_that_says_nothing() {
        assertEquals("report.submit.missing", key(this::prepare));
        explain();
        node.clock.set(LocalDate.of(2026, 1, 10));
        assertEquals("report.nation.early", key(this::prepare));
        assertEquals("report.nation.early", key(() -> node.nationSubmissions.submit(MINISTRY, "2025")));
        node.clock.set(LocalDate.of(2026, 1, 11));
        assertEquals(1, node.tellGovernment("2025").revision());
    }

    @Test
    void one_person_prepares_it_and_another_hands_in_what_was_prepared() {
        explain();
        assertEquals(ReportState.OPEN, state());
        assertEquals("report.nation.not-prepared", key(() -> node.nationSubmissions.submit(MINISTRY, "2025")));
        Preparation prepared = prepare();
        assertEquals(ReportState.PREPARED, state());
        assertEquals("report.submit.same-person", key(() -> node.nationSubmissions.submit(PREPARES, "2025")));
        NationReport made = node.nationSubmissions.submit(MINISTRY, "2025");
        assertEquals(prepared.hash(), made.hash());
        assertEquals("aigul", made.submittedBy());
        assertEquals(
                Optional.of(new Submission.Act("daulet", prepared.at())),
                node.nation.list(MINISTRY, "2025").get(0).prepared());
        assertEquals(ReportState.SUBMITTED, state());
        assertTrue(node.audited.stream()
                .anyMatch(e -> e.action() == Audit.Action.UPDATE
                        && e.detail().equals("2025 prepared revision 1 " + made.hash())));
    }

    @Test
    void a_preparation_does_not_hold_once_a_text_or_a_regions_report_is_another() {
        explain();
        prepare();
        ReportTexts.TextInput text = new ReportTexts.TextInput("statistics", "Өсті", "Выросло");
        node.written.writeOfNation(MINISTRY, "2025", text, OptionalInt.empty());
        assertEquals(ReportState.OPEN, state());
        assertEquals("report.nation.not-prepared", key(() -> node.nationSubmissions.submit(MINISTRY, "2025")));
        prepare();
        handIn("10");
        assertEquals("report.submit.changed", key(() -> node.nationSubmissions.submit(MINISTRY, "2025")));
        prepare();
        assertEquals(1, node.nationSubmissions.submit(MINISTRY, "2025").revision());
    }

    private ReportState state() {
        return node.nation.book(MINISTRY, Language.EN, "2025").state();
    }

    @Test
    void only_the_national_level_writes_and_hands_in() {
        User analyst = Node.user(Role.ANALYST, "");
        assertEquals("problem.forbidden", key(() -> node.nationSubmissions.prepare(analyst, "2025")));
        assertEquals("problem.forbidden", key(() -> node.nationSubmissions.submit(analyst, "2025")));
        assertEquals(
                "problem.forbidden",
                key(() -> node.written.writeOfNation(analyst, "2025", said("stipends"), OptionalInt.empty())));
        assertEquals(List.of(), node.nation.list(analyst, "2025"));
        User region = Node.user(Role.ADMINISTRATOR, "23");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> node.nation.list(region, "2025"))
                        .kind());
    }

    @Test
    void its_page_tells_who_is_missing_takes_texts_and_hands_in() {
        Words words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        NationReportPages pages = new NationReportPages(node.nation, node.nationSubmissions, node.written, node.clock);
        NationPreparationPages preparation = new NationPreparationPages(node.nation, node.nationSubmissions);
        Caller ministry = new Caller(MINISTRY, Language.EN);
        assertTrue(pages.open(ministry, words, "2025").toString().contains("Not in the sums: "));
        String row = pages.row(ministry, words, "2025", "statistics").toString();
        assertTrue(row.contains("Save the text") && row.contains("1 of 20 regions"), row);
        for (String measure : SILENT) {
            FormInput text = new FormInput(
                    Map.of("kk", List.of("Жоқ"), "ru", List.of("Нет"), "version", List.of("0")), Map.of());
            assertEquals(
                    303, pages.write(ministry, words, "2025", measure, text).getStatus());
        }
        FormInput nothing = new FormInput(Map.of(), Map.of());
        Caller other = new Caller(PREPARES, Language.EN);
        assertTrue(pages.submission(ministry, words, "2025").toString().contains("The report is not prepared"));
        assertTrue(preparation.open(other, words, "2025").toString().contains("Mark the report as prepared"));
        assertEquals(303, preparation.prepare(other, words, "2025", nothing).getStatus());
        assertTrue(pages.open(ministry, words, "2025").toString().contains("Prepared by daulet"));
        assertTrue(pages.submission(other, words, "2025").toString().contains("Another person has to approve it"));
        String submission = pages.submission(ministry, words, "2025").toString();
        assertTrue(submission.contains("Hand the report in to the government"), submission);
        assertEquals(303, pages.submit(ministry, words, "2025", nothing).getStatus());
        String sent = pages.open(ministry, words, "2025").toString();
        assertTrue(sent.contains("handed in on time") && sent.contains("Ed25519 signature"), sent);
        node.clock.set(LocalDate.of(2026, 1, 10));
        String early = pages.open(ministry, words, "2025").toString();
        assertTrue(early.contains("The roll-up of the country opens by itself"), early);
    }

    @Test
    void the_shell_prints_it_in_the_language_asked_for() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NationReportCommand command =
                new NationReportCommand(node.nation, node.clock, node.texts, Node.SHELL, "2025", false, Language.RU);
        command.tell(new PrintStream(out, true, StandardCharsets.UTF_8));
        String shown = out.toString(StandardCharsets.UTF_8);
        assertTrue(shown.contains("Отчёт республики за 2025 год") && shown.contains("не сдан"), shown);
        assertTrue(shown.contains("Состояние: заполняется"), shown);
        explain();
        prepare();
        new ReportSubmitCommand(
                        node.submissions, node.nationSubmissions, node.texts, Node.SHELL, "2025", "", Language.RU)
                .tell(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("Отправлена редакция 1"));
        assertEquals("shell:serik", node.nation.list(MINISTRY, "2025").get(0).submittedBy());
        node.clock.set(LocalDate.of(2026, 1, 10));
        out.reset();
        command.tell(new PrintStream(out, true, StandardCharsets.UTF_8));
        String early = out.toString(StandardCharsets.UTF_8);
        assertTrue(early.contains("11") && !early.contains("T19:00"), early);
    }
}
