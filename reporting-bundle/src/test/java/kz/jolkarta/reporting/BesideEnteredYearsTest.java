package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report beside last year's return that was entered. */
@BothEngines(Node.Registry.class)
class BesideEnteredYearsTest {
    private static final String REGION = Node.ATYRAU;
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User ANALYST = Node.user("analyst", Role.ANALYST, "23");
    private static final User MINISTRY = Node.user("ministry", Role.ADMINISTRATOR, "");

    private Node node;
    private Words words;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        for (String measure : List.of("technoparks", "health-camps", "information-support")) {
            node.written.write(
                    COORDINATOR, "2025", REGION, new ReportTexts.TextInput(measure, "Жоқ", "Нет"), OptionalInt.empty());
        }
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private void enter(String measure, Map<String, String> figures) {
        node.archiveEntries.enter(
                COORDINATOR, "2024", REGION, measure, new ArchiveEntries.Input(figures, "", ""), OptionalInt.empty());
    }

    private ReportBook book(User reader) {
        return node.books.open(reader, Language.EN, "2025", REGION);
    }

    private String row(String measure) {
        return new ReportRowPages(
                        node.books, node.written, new WhyPanel(node.known, node.rows, node.archive, node.targets))
                .one(
                        new Caller(COORDINATOR, Language.EN),
                        words,
                        ReportPagesTest.address("/reports/2025/" + REGION + "/rows/" + measure),
                        "2025",
                        REGION,
                        measure)
                .toString();
    }

    @Test
    void the_entered_value_is_what_this_year_is_compared_with_and_says_so() {
        assertEquals(Optional.of(new BigDecimal("7")), book(COORDINATOR).before("statistics", "gifted"));
        enter("statistics", Map.of("gifted", "40", "gifted-change", "3"));
        node.payment(3, "health-camps", "LOCAL_BUDGET", Node.DISTRICT, LocalDate.of(2025, 7, 1), 300_25);
        enter("health-camps", Map.of("spent/local-budget", "5000"));
        ReportBook book = book(COORDINATOR);
        assertEquals(Optional.of(new BigDecimal("40")), book.before("statistics", "gifted"));
        assertEquals(Optional.empty(), book.before("statistics", "gifted-change"), "a change is compared with nothing");
        assertEquals(
                List.of("statistics"),
                book.checks().of(ReportChecks.Kind.FALLEN).stream()
                        .map(ReportChecks.Finding::measure)
                        .toList(),
                "seven of forty is less than half");
        assertTrue(row("statistics").contains("2024: 40, entered"), row("statistics"));
        assertTrue(row("health-camps").contains("2024: 5,000\u00a0₸, entered"), row("health-camps"));
    }

    @Test
    void a_year_that_was_handed_in_here_is_compared_by_its_records_again() {
        enter("statistics", Map.of("gifted", "40"));
        for (String measure : List.of("technoparks", "health-camps", "information-support")) {
            node.written.write(
                    COORDINATOR, "2024", REGION, new ReportTexts.TextInput(measure, "Жоқ", "Нет"), OptionalInt.empty());
        }
        node.handIn(COORDINATOR, APPROVER, "2024", REGION);
        assertEquals(Optional.of(new BigDecimal("7")), book(COORDINATOR).before("statistics", "gifted"));
        assertFalse(book(COORDINATOR).entered("statistics", "gifted"));
    }

    @Test
    void few_persons_are_no_comparison_for_whoever_may_not_see_them() {
        enter("statistics", Map.of("gifted", "4"));
        assertEquals(Optional.of(new BigDecimal("4")), book(APPROVER).before("statistics", "gifted"));
        assertEquals(Optional.empty(), book(ANALYST).before("statistics", "gifted"));
    }

    @Test
    void a_frozen_report_keeps_what_it_was_compared_with_and_is_verified() {
        enter("statistics", Map.of("gifted", "4"));
        enter("health-camps", Map.of("spent/local-budget", "5000", "quota", "12"));
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        enter("statistics", Map.of("gifted", "90"));
        Submission one = node.submissions.one(COORDINATOR, "2025", REGION, 1);
        Entered kept = node.revisions.snapshot(COORDINATOR, one).entered().orElseThrow();
        assertEquals(2024, kept.year());
        assertEquals(
                Optional.of(new BigDecimal("4")),
                kept.find("statistics", "gifted").orElseThrow().value());
        ArchiveEntry.Source source =
                kept.of("statistics").orElseThrow().source().orElseThrow();
        assertEquals("aigul", source.by());
        assertEquals(ArchiveEntry.Level.REGION, source.level());
        Entered open = node.revisions.snapshot(ANALYST, one).entered().orElseThrow();
        assertEquals(
                Cell.State.SUPPRESSED,
                open.find("statistics", "gifted").orElseThrow().state());
        assertEquals(
                Optional.empty(),
                open.find("statistics", "gifted").orElseThrow().value());
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(ANALYST, "2025", REGION, 1).state());
        String shown = new RevisionPages(
                        node.submissions,
                        node.verdicts,
                        node.revisions,
                        node.verifier,
                        node.signatures,
                        node.territories,
                        node.clock)
                .open(new Caller(COORDINATOR, Language.EN), words, "2025", REGION, 1, "")
                .toString();
        assertTrue(shown.contains("2024, entered"), shown);
        assertTrue(shown.contains("aigul (region)"), shown);
    }

    @Test
    void a_report_that_is_compared_with_nothing_entered_is_frozen_as_ever() {
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        Submission one = node.submissions.one(COORDINATOR, "2025", REGION, 1);
        Snapshot frozen = node.revisions.snapshot(COORDINATOR, one);
        assertEquals(Optional.empty(), frozen.entered());
        assertFalse(frozen.json().contains("\"before\":{"), "its hash is that of earlier versions");
    }

    @Test
    void what_is_entered_between_preparing_and_handing_in_asks_for_preparing_anew() {
        node.submissions.prepare(COORDINATOR, "2025", REGION);
        enter("statistics", Map.of("gifted", "40"));
        var refused = org.junit.jupiter.api.Assertions.assertThrows(
                kz.jolkarta.core.Problem.class, () -> node.submissions.submit(APPROVER, "2025", REGION));
        assertEquals("report.submit.changed", refused.message().key());
    }

    private List<CountryYears.Year> years(User reader) {
        Eventually.until(
                "the years before are counted",
                () -> !node.years.before(reader, 2025, Set.of("statistics")).isEmpty());
        return node.years.before(reader, 2025, Set.of("statistics"));
    }

    @Test
    void the_countrys_years_take_the_entered_figures_of_regions_and_tell_nothing_of_few() {
        User all = Node.user("all", Role.COORDINATOR, "");
        node.children(9, 200, Node.SEMEI, "SPORT");
        enter("statistics", Map.of("gifted", "40"));
        assertEquals(
                new CountryYears.Sum(new BigDecimal("49"), 1),
                years(all).get(4).byMeasure().get("statistics"),
                "nine of Semei are counted");
        assertEquals(
                new CountryYears.Sum(new BigDecimal("49"), 1),
                years(MINISTRY).get(4).byMeasure().get("statistics"));
        enter("statistics", Map.of("gifted", "3"));
        assertEquals(
                new CountryYears.Sum(new BigDecimal("12"), 1),
                years(all).get(4).byMeasure().get("statistics"));
        assertFalse(years(MINISTRY).get(4).byMeasure().containsKey("statistics"));
    }

    @Test
    void the_why_panel_and_the_indicators_page_say_who_entered_a_value() {
        node.archiveEntries.enter(
                MINISTRY,
                "2024",
                REGION,
                "statistics",
                new ArchiveEntries.Input(Map.of("gifted", "40"), "", ""),
                OptionalInt.empty());
        WhyPanel why = new WhyPanel(node.known, node.rows, node.archive, node.targets);
        IndicatorPages pages =
                new IndicatorPages(node.known, why, node.archive, node.targets, node.territories, node.clock);
        for (String year : List.of("2024", "2025")) {
            String page = pages.open(
                            new Caller(COORDINATOR, Language.EN),
                            words,
                            ReportPagesTest.address(
                                    "/measures/statistics/indicators",
                                    "year",
                                    year,
                                    "territory",
                                    REGION,
                                    "why",
                                    "statistics/gifted"),
                            "statistics")
                    .toString();
            assertTrue(
                    page.contains("2024: 40, entered from a return and not counted from records. Entered by ministry"
                            + " (national office)"),
                    page);
            assertEquals(year.equals("2024"), page.contains("href=/archive/2024/230000000"), page);
        }
    }
}
