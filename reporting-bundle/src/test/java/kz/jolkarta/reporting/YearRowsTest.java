package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rows came, went and stayed between two years. */
@BothEngines(Node.Registry.class)
class YearRowsTest {
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");

    private Node node;

    /** In 2024 the talents of 1 to 6 are known; 6 is no longer gifted in 2025, and 50 lives in another district and was found in 2025. */
    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(6, 1, Node.VILLAGE, "SPORT");
        node.child(50, Node.OTHER_VILLAGE, "SPORT");
        node.change(
                "update child_talent set identified_on = :on where child_id = 50",
                Map.of("on", LocalDate.of(2025, 3, 1)));
        node.change("update child set left_on = :on where id = 6", Map.of("on", LocalDate.of(2025, 2, 1)));
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private YearRows.Answer page(User user, String territory, String against, String side, String limit, String after) {
        return node.yearRows.page(
                user,
                Language.KK,
                new YearRows.Question("statistics", "gifted", "2025", against, territory, side, "", limit, after));
    }

    private YearRows.Answer page(User user, String territory, String side) {
        return page(user, territory, "", side, "", "");
    }

    private static List<Long> ids(YearRows.Answer answer) {
        return answer.rows().items().stream().map(RowsBehind.Row::id).toList();
    }

    private static Problem refused(org.junit.jupiter.api.function.Executable question) {
        return assertThrows(Problem.class, question);
    }

    @Test
    void rows_that_came_went_and_stayed_are_told_apart() {
        YearRows.Answer came = page(COORDINATOR, "23", "");
        assertEquals(List.of(50L), ids(came));
        assertEquals(List.of(1, 1, 5), List.of(came.came(), came.went(), came.stayed()));
        assertEquals(2024, came.against());
        assertEquals(List.of(6L), ids(page(COORDINATOR, "23", "went")));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ids(page(COORDINATOR, "23", "stayed")));
    }

    @Test
    void a_district_has_its_own_and_pages_follow_each_other() {
        assertEquals(List.of(), ids(page(COORDINATOR, Node.DISTRICT, "came")));
        assertEquals(List.of(50L), ids(page(COORDINATOR, Node.OTHER_DISTRICT, "came")));
        YearRows.Answer first = page(COORDINATOR, Node.DISTRICT, "2023", "stayed", "3", "");
        YearRows.Answer second = page(
                COORDINATOR, Node.DISTRICT, "2023", "stayed", "3", first.rows().next());
        assertEquals(List.of(1L, 2L, 3L), ids(first));
        assertEquals(List.of(4L, 5L), ids(second));
        assertEquals("", second.rows().next());
    }

    @Test
    void only_whoever_may_see_all_rows_of_the_place_is_told_how_many_there_are() {
        node.audited.clear();
        for (User reader :
                List.of(Node.user("analyst", Role.ANALYST, "23"), Node.user("ministry", Role.ADMINISTRATOR, ""))) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    refused(() -> page(reader, "23", "came")).kind());
        }
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refused(() -> page(Node.user("other", Role.COORDINATOR, "10"), "23", "came"))
                        .kind());
        assertTrue(node.audited.isEmpty());
        page(COORDINATOR, "23", "came");
        assertEquals(1, node.audited.size(), "the look is in the trail");
    }

    @Test
    void all_rows_of_a_side_are_taken_along_under_the_pages_headings_by_whoever_may_take_children() throws IOException {
        node.audited.clear();
        List<String> lines = lines(new Caller(COORDINATOR, Language.EN), "stayed");
        assertEquals("name;IIN;date of birth;sex;grade;school;Territory", lines.get(0));
        assertEquals(6, lines.size());
        assertTrue(lines.get(1).startsWith("Ахметов Әли;••••••••0001;05.05.2012;"), lines.get(1));
        assertEquals(1, node.audited.size());
        assertEquals(Audit.Action.EXPORT, node.audited.get(0).action());
        assertEquals(
                "statistics gifted 2025 stayed 2024 rows=5", node.audited.get(0).detail());
        Caller approver = new Caller(Node.user("marat", Role.APPROVER, "23"), Language.EN);
        assertEquals(
                Problem.Kind.FORBIDDEN, refused(() -> lines(approver, "stayed")).kind());
        assertFalse(page(approver.user(), "23", "stayed").takes(), "the page offers no file");
        assertTrue(page(COORDINATOR, "23", "stayed").takes());
    }

    private List<String> lines(Caller reader, String side) throws IOException {
        YearRowExport export =
                new YearRowExport(node.yearRows, new LocaleWording(node.texts, node.clock), new SheetFiles(node.clock));
        return Node.csv(export.file(reader, Sheets.Format.CSV, "statistics", "gifted", "2025", "", "23", side, ""));
    }

    @Test
    void years_that_cannot_be_compared_are_refused_in_words() {
        assertEquals(
                "against",
                refused(() -> page(COORDINATOR, "23", "2025", "came", "", ""))
                        .fields()
                        .get(0)
                        .field());
        assertEquals(
                "against",
                refused(() -> page(COORDINATOR, "23", "2019", "came", "", ""))
                        .fields()
                        .get(0)
                        .field());
        assertEquals(
                "side",
                refused(() -> page(COORDINATOR, "23", "lost")).fields().get(0).field());
        Problem made = refused(() -> node.yearRows.page(
                Node.user("abai", Role.COORDINATOR, "10"),
                Language.KK,
                new YearRows.Question("statistics", "gifted", "2022", "2021", "10", "", "", "", "")));
        assertEquals("report.years.no-region", made.message().key());
    }

    @Test
    void a_year_that_was_entered_has_no_rows_and_says_so() {
        node.archiveEntries.enter(
                COORDINATOR,
                "2024",
                Node.ATYRAU,
                "statistics",
                new ArchiveEntries.Input(Map.of("gifted", "40"), "", ""),
                OptionalInt.empty());
        assertEquals(
                "report.years.entered",
                refused(() -> page(COORDINATOR, "23", "came")).message().key());
        Words words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        YearRowPages pages = new YearRowPages(node.yearRows, node.reports, node.territories);
        String path = "/measures/statistics/indicators/gifted/years";
        String entered = pages.open(
                        new Caller(COORDINATOR, Language.EN),
                        words,
                        ReportPagesTest.address(path, "year", "2025", "territory", Node.ATYRAU),
                        "statistics",
                        "gifted")
                .toString();
        assertTrue(entered.contains("there are no rows behind it"), entered);
        String counted = pages.open(
                        new Caller(COORDINATOR, Language.EN),
                        words,
                        ReportPagesTest.address(
                                path, "year", "2025", "territory", Node.ATYRAU, "against", "2023", "side", "went"),
                        "statistics",
                        "gifted")
                .toString();
        assertTrue(counted.contains("href=/children/6"), counted);
        String analyst = pages.open(
                        new Caller(Node.user("analyst", Role.ANALYST, "23"), Language.EN),
                        words,
                        ReportPagesTest.address(path, "year", "2025", "territory", Node.ATYRAU),
                        "statistics",
                        "gifted")
                .toString();
        assertTrue(analyst.contains("You have no right to see the rows."), analyst);
        assertFalse(analyst.contains("rows that went, value"), analyst);
    }
}
