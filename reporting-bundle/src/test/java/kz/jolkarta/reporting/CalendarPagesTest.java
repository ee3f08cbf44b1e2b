package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar and late opening as people see them. */
@BothEngines(Node.Registry.class)
class CalendarPagesTest {
    private static final Caller APPROVER = new Caller(Node.user(Role.APPROVER, "23"), Language.EN);
    private static final Caller MINISTRY = new Caller(Node.user(Role.ADMINISTRATOR, ""), Language.EN);
    private static final String[] ORDER = {
        "version",
        "0",
        "due",
        "12",
        "dueMonth",
        "1",
        "lock",
        "25",
        "lockMonth",
        "1",
        "weekend",
        "next",
        "validFrom",
        "2026-01-01",
        "order",
        "112-қ",
        "orderDate",
        "2026-02-20",
        "reason",
        "Каникулы"
    };

    private Node node;
    private Words words;
    private ReportCalendarPages pages;
    private OpeningPages openings;
    private ReportPages reports;
    private NationPages nation;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        LocaleWording wording = new LocaleWording(node.texts, node.clock);
        words = wording.in(Language.EN);
        pages = new ReportCalendarPages(node.calendar);
        openings = new OpeningPages(node.openings, node.calendar, node.submissions, node.clock);
        reports = new ReportPages(
                node.submissions, node.calendar, node.books, node.written, node.archive, node.territories, node.clock);
        nation = new NationPages(
                node.known,
                node.years,
                node.submissions,
                node.calendar,
                node.targets,
                (place, caller, subject) -> List.of(),
                node.clock);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private Response change(String... fields) {
        return pages.change(MINISTRY, words, "997", "year", "region", ReportPagesTest.form(fields));
    }

    private String list(Caller reader) {
        return pages.list(reader, words, ReportPagesTest.address("/report-calendar", "year", "2026"))
                .toString();
    }

    private String term(Caller reader) {
        return pages.open(reader, words, "997", "year", "region").toString();
    }

    private String report(Caller reader) {
        return reports.open(reader, words, "2026", "230000000", java.time.Duration.ofMinutes(1))
                .toString();
    }

    @Test
    void everybodyWithFiguresReadsTheYearAndTheNationalLevelChangesIt() {
        String all = list(APPROVER);
        assertTrue(all.contains("text=10 Jan 2027"), all);
        assertTrue(all.contains("never locks"), all);
        assertTrue(all.contains("the act itself, No. 997"), all);
        assertTrue(all.contains("first half-year"), all);
        assertTrue(all.contains("href=/report-calendar/997/year/region"), all);
        assertFalse(term(APPROVER).contains("Change the term"), "who only reads has no form");
        assertTrue(term(MINISTRY).contains("Change the term"));
        assertEquals(
                "/report-calendar/997/year/region?done=page.calendar.changed",
                change(ORDER).getLocation().toString());
        String shown = term(APPROVER);
        assertTrue(shown.contains("order No. 112-қ of 20 Feb 2026"), shown);
        assertTrue(shown.contains("text=Каникулы"), shown);
        assertTrue(shown.contains("text=31 Dec 2025"), "the act's own held until then: " + shown);
        assertTrue(list(APPROVER).contains("text=12 Jan 2027"));
        assertTrue(list(APPROVER).contains("text=25 Jan 2027"));
    }

    @Test
    void aWrongChangeComesAgainAsItWasTyped() {
        String[] noSuchDay = ORDER.clone();
        noSuchDay[3] = "31";
        noSuchDay[5] = "2";
        Response again = change(noSuchDay);
        assertEquals(400, again.getStatus());
        assertTrue(again.getEntity().toString().contains("Каникулы"), "what was typed stands");
        String[] past = ORDER.clone();
        past[13] = "2025-01-01";
        String told = change(past).getEntity().toString();
        assertTrue(told.contains("error=The report for 2025 is due already"), told);
        change(ORDER);
        assertEquals(412, change(ORDER).getStatus(), "somebody else was faster");
    }

    @Test
    void aLockedReportSaysSoAndTheLevelAboveOpensIt() {
        change(ORDER);
        assertTrue(report(APPROVER).contains("A late report is taken until 25 Jan 2027."), report(APPROVER));
        node.clock.set(LocalDate.of(2027, 1, 26));
        String locked = report(APPROVER);
        assertTrue(locked.contains("The last day to hand the report in was 25 Jan 2027."), locked);
        assertFalse(locked.contains("label=Hand in, href=/reports/2026/230000000/submission"), locked);
        assertTrue(locked.contains("href=/reports/2026/230000000/opening"), locked);
        String attention = nation.open(MINISTRY, words, ReportPagesTest.address("/nation", "year", "2026"))
                .getEntity()
                .toString();
        assertTrue(attention.contains("href=/reports/2026/230000000/opening"), attention);
        String unasked = openings.open(APPROVER, words, "2026", "230000000").toString();
        assertFalse(unasked.contains("Open the report for the region"), unasked);
        FormInput blank = ReportPagesTest.form("until", "2027-02-05");
        assertEquals(
                400, openings.grant(MINISTRY, words, "2026", "230000000", blank).getStatus());
        FormInput grant = ReportPagesTest.form("until", "2027-02-05", "reason", "Су тасқыны");
        assertEquals(
                "/reports/2026/230000000?done=page.opening.granted",
                openings.grant(MINISTRY, words, "2026", "230000000", grant)
                        .getLocation()
                        .toString());
        String open = report(APPROVER);
        assertTrue(open.contains("The report is open until 5 Feb 2027: Су тасқыны"), open);
        assertTrue(open.contains("label=Hand in, href=/reports/2026/230000000/submission"), open);
        assertTrue(
                openings.open(APPROVER, words, "2026", "230000000").toString().contains("opened until 5 Feb 2027"));
        Caller elsewhere = new Caller(Node.user(Role.APPROVER, "61"), Language.EN);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> openings.open(elsewhere, words, "2026", "230000000"))
                        .kind());
    }

    @Test
    void theShellPrintsTheYearInWordsAndAsJson() throws Exception {
        String kazakh = printed("2026", false, Language.KK);
        assertTrue(kazakh.contains("Өңірлер → министрлік"), kazakh);
        assertTrue(kazakh.contains("2027-01-10T19:00:00Z"), kazakh);
        assertEquals(
                "2027-01-25",
                Json.mapper()
                        .readTree(printed("2026", true, Language.EN))
                        .get(5)
                        .at("/due/day")
                        .asText());
        RuntimeException refused = assertThrows(RuntimeException.class, () -> printed("12", false, Language.EN));
        assertTrue(refused.getMessage().endsWith("year: The year must be from 2000 to 2100."), refused.getMessage());
    }

    private String printed(String year, boolean json, Language language) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new ReportCalendarCommand(node.calendar, node.texts, Node.SHELL, year, json, language).tell(out);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
