package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.PagePart;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class ReportPagesTest {
    private static final Caller COORDINATOR = caller(Role.COORDINATOR, "23");
    private static final Caller APPROVER = new Caller(Node.user("marat", Role.APPROVER, "23"), Language.EN);
    private static final Caller ANALYST = caller(Role.ANALYST, "23");
    private static final Caller MINISTRY = caller(Role.ADMINISTRATOR, "");
    private static final String REPORT = "/reports/2025/230000000";

    private Node node;
    private Words words;
    private ReportPages pages;
    private PreparationPages preparation;
    private ReportRowPages opened;
    private NationPages nation;
    private IndicatorPages indicators;
    private PagePart clock;
    private PagePart card;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        LocaleWording wording = new LocaleWording(node.texts, node.clock);
        words = wording.in(Language.EN);
        WhyPanel why = new WhyPanel(node.known, node.rows, node.archive, node.targets);
        pages = new ReportPages(
                node.submissions, node.calendar, node.books, node.written, node.archive, node.territories, node.clock);
        preparation = new PreparationPages(node.submissions, node.books);
        opened = new ReportRowPages(node.books, node.written, why);
        nation = new NationPages(
                node.known,
                node.years,
                node.submissions,
                node.calendar,
                node.targets,
                (place, caller, subject) -> List.of(),
                node.clock);
        indicators = new IndicatorPages(node.known, why, node.archive, node.targets, node.territories, node.clock);
        clock = new ClockPart(node.submissions, node.calendar, node.territories, wording, node.clock);
        card = new FiguresPart(node.known, wording);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private static Caller caller(Role role, String... prefixes) {
        User user = Node.user(role, prefixes);
        return new Caller(user, Language.EN);
    }

    static UriInfo address(String path, String... parameters) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            query.add(parameters[i], parameters[i + 1]);
        }
        return (UriInfo) Proxy.newProxyInstance(
                ReportPagesTest.class.getClassLoader(),
                new Class<?>[] {UriInfo.class},
                (proxy, method, args) -> method.getName().equals("getPath") ? path : query);
    }

    static FormInput form(String... fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return FormInput.of(values);
    }

    private String report(Caller reader) {
        return pages.open(reader, words, "2025", "230000000", Duration.ofMinutes(1))
                .toString();
    }

    private String row(Caller reader, String measure, String... parameters) {
        return opened.one(reader, words, address(REPORT + "/rows/" + measure, parameters), "2025", "230000000", measure)
                .toString();
    }

    @Test
    void a_row_opened_says_when_it_was_counted_and_shows_money_with_last_years() {
        node.budget(1, "health-camps", "LOCAL_BUDGET", Node.ATYRAU, 2025, 900_50);
        node.payment(2, 300_25);
        node.payment(3, "health-camps", "LOCAL_BUDGET", Node.DISTRICT, LocalDate.of(2024, 7, 1), 200_10);
        String row = row(COORDINATOR, "health-camps");
        assertFalse(row.contains("{2}"), row);
        assertTrue(row.contains("local budget: planned") && row.contains("900.50"), row);
        assertTrue(row.contains("300.25") && row.contains("2024: 200.10"), row);
        assertTrue(row.contains("not divided among districts"), row);
    }

    @Test
    void papers_of_each_revision_and_of_the_draft_are_at_hand() {
        complete();
        node.handIn(COORDINATOR.user(), APPROVER.user(), "2025", "23");
        String report = report(COORDINATOR);
        String api = "/api/reports/2025/230000000/papers?";
        assertTrue(report.contains(api + "revision=1&format=docx&language=kk"), report);
        assertTrue(report.contains(api + "format=pdf&language=ru"), report);
        assertTrue(report.contains(api + "revision=1&format=xlsx&language=en"), report);
        String country = board();
        assertTrue(country.contains("/nation/2025/papers/docx/kk"), country);
    }

    private Response write(String measure, String... fields) {
        return pages.write(COORDINATOR, words, "2025", "230000000", measure, form(fields));
    }

    private void complete() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        List.of("technoparks", "health-camps", "information-support")
                .forEach(m -> node.written.write(
                        COORDINATOR.user(),
                        "2025",
                        "23",
                        new ReportTexts.TextInput(m, "Жоқ", "Нет"),
                        OptionalInt.empty()));
    }

    private Response submit() {
        node.submissions.prepare(COORDINATOR.user(), "2025", "230000000");
        return pages.submit(APPROVER, words, "2025", "230000000", form());
    }

    @Test
    void whoHasOneRegionIsLedToItsReportAndTheMinistryChooses() {
        Response own = pages.choose(COORDINATOR, words, null);
        assertEquals("/reports/2026/230000000", own.getLocation().toString(), "it is March: the last year is over");
        String all = list();
        assertTrue(all.contains("href=/reports/2025/230000000"), all);
        assertTrue(all.contains("not handed in, overdue"), all);
    }

    @Test
    void theListAndTheBoardSayWhichReportsAreAccepted() {
        complete();
        node.clock.set(LocalDate.of(2026, 1, 9));
        node.handIn(COORDINATOR.user(), APPROVER.user(), "2025", "23");
        assertTrue(list().contains("text=handed in on time, tone"), list());
        assertTrue(board().contains("late: 0, accepted: 0"), board());
        node.verdicts.accept(MINISTRY.user(), "2025", "23", 1);
        assertTrue(list().contains("text=handed in on time, accepted, tone=OK"), list());
        assertTrue(board().contains("late: 0, accepted: 1"), board());
        assertTrue(
                report(COORDINATOR).contains("text=handed in on time, accepted, tone=OK"), "the region reads it too");
        node.verdicts.giveBack(MINISTRY.user(), "2025", "23", 1, Remarks.of("Ошибка", Map.of()));
        assertTrue(list().contains("text=given back, tone=LATE"), list());
        assertTrue(board().contains("late: 0, accepted: 0"), board());
    }

    private String list() {
        return pages.choose(MINISTRY, words, "2025").getEntity().toString();
    }

    private String board() {
        return nation.open(MINISTRY, words, address("/nation", "year", "2025"))
                .getEntity()
                .toString();
    }

    @Test
    void whoComesBeforeTheReportIsCountedReadsWhatIsKnownAndThePageFillsItself() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        View waiting = pages.open(COORDINATOR, words, "2025", "230000000", Duration.ZERO);
        assertTrue(waiting.refresh() > 0);
        assertTrue(waiting.toString().contains("being counted for the first time"), waiting.toString());
        assertTrue(waiting.toString().contains("not handed in, overdue"), waiting.toString());
        Eventually.until(
                "it is counted",
                () -> pages.open(COORDINATOR, words, "2025", "230000000", Duration.ZERO)
                                .refresh()
                        == 0);
        assertTrue(report(COORDINATOR).contains("value=7, note=gifted, "));
    }

    @Test
    void howWellAMeasureIsFollowsFromItsRowOfTheYearThatRuns() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        ReportHealth health =
                new ReportHealth(node.books, node.territories, node.clock, new LocaleWording(node.texts, node.clock));
        assertEquals(Map.of(), health.points(MINISTRY), "of many regions there is no one report");
        Eventually.until(
                "the report is counted", () -> !health.points(COORDINATOR).isEmpty());
        String well = health.points(COORDINATOR).get("statistics").toString();
        assertTrue(well.contains("tone=OK") && well.contains("/reports/2026/230000000/rows/statistics"), well);
        String wrong = health.points(COORDINATOR).get("technoparks").toString();
        assertTrue(wrong.contains("tone=LATE, text=There are neither records nor an explanation."), wrong);
    }

    @Test
    void everyMeasureHasItsRowWithStateAndFigure() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String shown = report(COORDINATOR);
        assertTrue(shown.contains("summary=1. "), shown);
        assertTrue(shown.contains("summary=19. "), shown);
        assertTrue(shown.contains("value=7, note=gifted, "), shown);
        assertTrue(shown.contains("text=not reported, tone=LATE"), shown);
        assertTrue(shown.contains("later=/reports/2025/230000000/rows/statistics"), shown);
        assertFalse(shown.contains("place=" + Node.DISTRICT), "districts come when the row is opened: " + shown);
    }

    @Test
    void aRowIsBroughtWithItsDistrictsItsFindingsAndTheFormOfWhoMayWrite() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String row = row(COORDINATOR, "statistics");
        assertTrue(row.contains("Disclosure[anchor=r1, summary=1. "), row);
        assertTrue(
                row.contains(REPORT + "/rows/statistics?why=statistics%2Fgifted&place=" + Node.DISTRICT + "#why"), row);
        assertTrue(row(COORDINATOR, "technoparks").contains("There are neither records nor an explanation."));
        assertTrue(row.contains("Save the text"), row);
        assertFalse(row(ANALYST, "statistics").contains("Save the text"), "who only reads has no form");
        assertThrows(Problem.class, () -> row(COORDINATOR, "centres-of-nothing"));
    }

    @Test
    void theWholeReportIsReadThroughAndPrintedOnAPageOfItsOwnWithoutForms() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        write("stipends", "version", "0", "kk", "Жоқ", "ru", "Нет");
        String all = opened.all(COORDINATOR, words, "2025", "230000000").toString();
        assertTrue(all.contains("kind=PRINT"), all);
        assertTrue(all.contains("Paragraph[text=Жоқ]"), all);
        assertFalse(all.contains("Save the text"), all);
        assertTrue(all.contains("text=7, small=, href=" + REPORT + "/rows/statistics?why="), all);
        assertFalse(all.contains("place=" + Node.DISTRICT), "districts are on the page of each row: " + all);
        assertTrue(all.contains("by district, href=" + REPORT + "/rows/statistics,"), all);
        assertTrue(report(COORDINATOR).contains(REPORT + "/rows"), "the report leads there");
    }

    @Test
    void aNumberOpensItsRuleItsArithmeticAndByRightItsRows() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String shown = row(COORDINATOR, "statistics", "why", "statistics/gifted");
        assertTrue(shown.contains("Why[anchor=why, title=Why 7?"), shown);
        assertTrue(shown.contains("href=/children/1"), shown);
        assertTrue(shown.contains("text=••••••••0001"), "the IIN is masked: " + shown);
        String figuresOnly = row(ANALYST, "statistics", "why", "statistics/gifted");
        assertFalse(figuresOnly.contains("href=/children/"), figuresOnly);
        assertTrue(figuresOnly.contains("You have no right to see the rows."), figuresOnly);
    }

    @Test
    void aTextIsSavedAndATooLongOneComesAgainAsItWasTyped() {
        Response saved = write("stipends", "version", "0", "kk", "Жоқ", "ru", "Нет");
        assertEquals(
                "/reports/2025/230000000?done=page.report.text.saved#r14",
                saved.getLocation().toString());
        assertTrue(row(COORDINATOR, "stipends").contains("values=[Жоқ]"));
        String typed = "ұ".repeat(3001);
        Response again = write("stipends", "version", "1", "kk", typed, "ru", "Нет");
        assertEquals(400, again.getStatus());
        String page = again.getEntity().toString();
        assertTrue(page.contains(typed));
        assertTrue(page.contains("error=The text has at most"), "at its field");
        assertTrue(row(ANALYST, "stipends").contains("Paragraph[text=Жоқ]"));
    }

    @Test
    void handingInNamesWhatIsFrozenAndIsKeptBackByMissingRowsOnly() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String blocked = pages.submission(APPROVER, words, "2025", "230000000").toString();
        assertTrue(blocked.contains("8, 13, 18"), blocked);
        assertFalse(blocked.contains("Hand the report in to the ministry"), blocked);
        assertEquals(
                409, pages.submit(APPROVER, words, "2025", "230000000", form()).getStatus());
        node.empty();
        complete();
        node.submissions.prepare(COORDINATOR.user(), "2025", "230000000");
        String step = pages.submission(APPROVER, words, "2025", "230000000").toString();
        assertTrue(step.contains("Hand the report in to the ministry"), step);
        assertEquals(
                REPORT + "?done=page.report.submitted", submit().getLocation().toString());
        String shown = report(APPROVER);
        assertTrue(shown.contains("name=SHA-256"), shown);
        assertTrue(shown.contains("Revision 1, handed in late"), shown);
        assertTrue(shown.contains("No figure has changed since."), shown);
        assertTrue(shown.contains(REPORT + "/submissions/1"), "the receipt: " + shown);
    }

    @Test
    void whoKeepsRecordsPreparesAndWhoApprovesIsToldToWait() {
        complete();
        assertTrue(report(COORDINATOR).contains("label=Prepare for handing in, href=" + REPORT + "/preparation"));
        String early = pages.submission(APPROVER, words, "2025", "230000000").toString();
        assertTrue(early.contains("First somebody who keeps the records prepares it."), early);
        assertFalse(early.contains("Hand the report in to the ministry"), early);
        assertEquals(
                REPORT + "?done=page.report.prepare.done",
                preparation
                        .prepare(COORDINATOR, words, "2025", "230000000", form())
                        .getLocation()
                        .toString());
        String prepared = report(APPROVER);
        assertTrue(prepared.contains("Badge[text=prepared"), prepared);
        assertTrue(prepared.contains("Prepared by aigul"), prepared);
        write("stipends", "version", "0", "kk", "Жоқ", "ru", "Нет");
        assertFalse(report(APPROVER).contains("Badge[text=prepared"), "a text was changed");
    }

    @Test
    void preparingIsKeptBackByMissingRows() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String blocked =
                preparation.open(COORDINATOR, words, "2025", "230000000").toString();
        assertTrue(blocked.contains("8, 13, 18"), blocked);
        assertFalse(blocked.contains("Mark the report as prepared"), blocked);
        assertEquals(
                409,
                preparation
                        .prepare(COORDINATOR, words, "2025", "230000000", form())
                        .getStatus());
    }

    @Test
    void aReportThatWasGivenBackSaysSoAndWhereTheRemarksAre() {
        complete();
        submit();
        node.verdicts.giveBack(
                MINISTRY.user(), "2025", "230000000", 1, Remarks.of("", Map.of("technoparks", "Сколько занятий?")));
        assertTrue(report(COORDINATOR).contains("the remarks are by measure"));
        assertTrue(clock.blocks(COORDINATOR, "").toString().contains("The clock of the report for 2026"));
    }

    @Test
    void aRegionElsewhereIsNotFound() {
        Caller elsewhere = caller(Role.COORDINATOR, "61");
        Problem refused = assertThrows(Problem.class, () -> report(elsewhere));
        assertEquals(Problem.Kind.NOT_FOUND, refused.kind());
    }

    @Test
    void theCountryIsShownByRegionAndMeasureWithFourStates() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String shown = nation.open(MINISTRY, words, address("/nation", "year", "2025", "map", "statistics"))
                .getEntity()
                .toString();
        assertTrue(shown.contains("MatrixCell[state=VALUE, value=7"), shown);
        assertTrue(shown.contains("state=MISSING, value=?"), shown);
        assertTrue(shown.contains("state=NOT_RUN, value=–"), shown);
        assertTrue(shown.contains("MapTile[label=Atyrau, value=7"), shown);
        assertTrue(shown.contains("The report is overdue: "), shown);
        assertTrue(shown.contains("counted at "), shown);
        assertEquals(
                "/reports",
                nation.open(ANALYST, words, address("/nation")).getLocation().toString());
    }

    @Test
    void theCountryKnowsTheYearsBeforeOnceTheyAreCounted() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        Eventually.until(
                "the years before are counted",
                () -> !node.known
                        .before(MINISTRY.user(), 2025, Set.of("statistics"))
                        .isEmpty());
        List<KnownReports.Sums> years = node.known.before(MINISTRY.user(), 2025, Set.of("statistics"));
        assertEquals(2024, years.get(years.size() - 1).year());
    }

    @Test
    void aRowSaysHowItDiffersFromTheYearBefore() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String shown = report(COORDINATOR);
        assertTrue(shown.contains("change=Optional[Change[by="), shown);
        assertTrue(shown.contains("since=2024: "), shown);
    }

    @Test
    void aDifferenceIsToldInPerCentOfMuchInPointsOfAShareAndByNumberOfLittle() {
        BigDecimal was = new BigDecimal("200");
        assertEquals("+12.5\u00a0%", Shown.change(words, Unit.PERSONS, was, new BigDecimal("225")));
        assertEquals("−3", Shown.change(words, Unit.PERSONS, new BigDecimal("10"), new BigDecimal("7")));
        assertEquals("+4 pp", Shown.change(words, Unit.PERCENT, new BigDecimal("82.0"), new BigDecimal("86.0")));
        assertEquals("±0", Shown.change(words, Unit.COUNT, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void fewChildrenAreNotToldToWhoMayNotSeeThem() {
        node.children(4, 1, Node.VILLAGE, "SPORT");
        String shown = nation.open(MINISTRY, words, address("/nation", "year", "2025"))
                .getEntity()
                .toString();
        assertTrue(shown.contains("MatrixCell[state=VALUE, value=x"), shown);
        assertFalse(shown.contains("MatrixCell[state=VALUE, value=4,"), shown);
    }

    @Test
    void theIndicatorsOfAMeasureAreShownByTerritoryWithTheWhy() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String shown = indicators
                .open(
                        COORDINATOR,
                        words,
                        address("/measures/statistics/indicators", "year", "2025", "why", "statistics/gifted"),
                        "statistics")
                .toString();
        assertTrue(shown.contains("Card[anchor=gifted, "), shown);
        assertTrue(shown.contains("href=/children/1"), shown);
        assertTrue(card.blocks(COORDINATOR, "statistics").toString().contains("/measures/statistics/indicators"));
        assertEquals(List.of(), card.blocks(COORDINATOR, "stipends"), "a measure that is not here");
        assertEquals(List.of(), card.blocks(caller(Role.PSYCHOLOGIST, "23"), "statistics"));
    }

    @Test
    void theHomePageCountsTheDaysAndNamesTheNextStepOfEachRole() {
        node.clock.set(java.time.LocalDate.of(2026, 1, 5));
        String approver = clock.blocks(APPROVER, "").toString();
        assertTrue(
                approver.contains(
                        "count=5, unit=days left, day=10 Jan 2026, what=Regions → ministry, href=/reports, tone=LATE"),
                approver);
        assertTrue(approver.contains("check the report and hand it in"), approver);
        assertTrue(clock.blocks(COORDINATOR, "").toString().contains("fill or explain the missing rows"));
        assertTrue(clock.blocks(MINISTRY, "").toString().contains("0 of 20 regions"));
        assertEquals(List.of(), clock.blocks(caller(Role.PSYCHOLOGIST, "23"), ""));
    }
}
