package kz.jolkarta.reporting;

import static kz.jolkarta.reporting.ReportPagesTest.address;
import static kz.jolkarta.reporting.ReportPagesTest.form;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(Node.Registry.class)
class RevisionPagesTest {
    private static final String YEAR = "2025";
    private static final String REGION = "230000000";
    private static final String HREF = "/reports/2025/230000000/submissions/1";
    private static final Caller COORDINATOR = caller("aigul", Role.COORDINATOR, "23");
    private static final Caller APPROVER = caller("marat", Role.APPROVER, "23");
    private static final Caller ANALYST = caller("analyst", Role.ANALYST, "23");
    private static final Caller MINISTRY = caller("ministry", Role.ADMINISTRATOR, "");

    private Node node;
    private Words words;
    private RevisionPages pages;
    private RevisionRowPages rows;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        pages = new RevisionPages(
                node.submissions,
                node.verdicts,
                node.revisions,
                node.verifier,
                node.signatures,
                node.territories,
                node.clock);
        rows = new RevisionRowPages(node.revisions, node.submittedRows, node.territories);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        for (String measure : List.of("technoparks", "health-camps", "information-support")) {
            node.written.write(
                    COORDINATOR.user(),
                    YEAR,
                    REGION,
                    new ReportTexts.TextInput(measure, "Жоқ", "Нет"),
                    OptionalInt.empty());
        }
        handIn();
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private void handIn() {
        node.handIn(COORDINATOR.user(), APPROVER.user(), YEAR, REGION);
    }

    private static Caller caller(String login, Role role, String... prefixes) {
        return new Caller(Node.user(login, role, prefixes), Language.EN);
    }

    private String page(Caller reader) {
        return pages.open(reader, words, YEAR, REGION, 1, "").toString();
    }

    private String rows(Caller reader, String... parameters) {
        return rows.rows(reader, words, address(HREF + "/rows", parameters), YEAR, REGION, 1)
                .toString();
    }

    private String changes(Caller reader, String against) {
        return rows.changes(reader, words, address(HREF + "/changes", "against", against), YEAR, REGION, 1)
                .toString();
    }

    @Test
    void the_receipt_says_who_when_and_what() {
        String receipt = pages.receipt(ANALYST, words, YEAR, REGION, 1).toString();
        Submission made = node.submissions.one(ANALYST.user(), YEAR, REGION, 1);
        for (String told : List.of(
                "text=Atyrau",
                made.hash(),
                made.seal().orElseThrow().signature(),
                Node.KEY.id(),
                "text=aigul, ",
                "text=marat, ",
                "(UTC+05:00)",
                "handed in late",
                "kind=PRINT")) {
            assertTrue(receipt.contains(told), told + " in " + receipt);
        }
    }

    @Test
    void money_stands_among_the_figures_by_its_name_and_in_tenge() {
        String page = page(COORDINATOR);
        assertTrue(page.contains("local budget: spent"), page);
        assertTrue(page.contains("₸"), page);
        assertFalse(page.contains("spent/"), page);
    }

    @Test
    void the_check_is_made_when_it_is_asked_for() {
        assertFalse(page(ANALYST).contains("Checked: whole"));
        String checked = pages.open(ANALYST, words, YEAR, REGION, 1, "true").toString();
        assertTrue(checked.contains("Checked: whole"), checked);
        node.change("delete from report_rows", Map.of());
        String damaged = pages.open(ANALYST, words, YEAR, REGION, 1, "true").toString();
        assertTrue(damaged.contains("Checked: damaged"), damaged);
        assertTrue(damaged.contains("The rows behind the figure are gone or changed"), damaged);
    }

    @Test
    void whoever_may_see_children_opens_the_frozen_rows_and_others_do_not() {
        node.change("delete from child_talent where child_id = 1", Map.of());
        assertTrue(page(COORDINATOR).contains(HREF + "/rows?measure=statistics&indicator=gifted"));
        assertFalse(page(ANALYST).contains("/rows?measure"));
        String shown = rows(COORDINATOR, "measure", "statistics", "indicator", "gifted");
        assertTrue(shown.contains("href=/children/1"), "it was counted: " + shown);
        assertTrue(shown.contains("count=7 rows"), shown);
        String refused = rows(ANALYST, "measure", "statistics", "indicator", "gifted");
        assertTrue(refused.contains("You have no right to see the rows."), refused);
        assertFalse(refused.contains("rows,"), "nor how many there are: " + refused);
    }

    @Test
    void the_frozen_rows_and_those_that_went_since_are_taken_along_by_whoever_may_take_children() throws IOException {
        node.change("delete from child_talent where child_id = 1", Map.of());
        assertTrue(rows(COORDINATOR, "measure", "statistics", "indicator", "gifted", "after", "3")
                .contains("/api" + HREF + "/rows.xlsx?"));
        List<String> all = file(COORDINATOR, "", "");
        assertEquals("name;IIN;date of birth;sex;grade;school;Territory", all.get(0));
        assertEquals(8, all.size(), "seven were counted");
        assertEquals("statistics gifted 2025 revision 1 rows=7", last().detail());
        assertEquals(2, file(COORDINATOR, "now", "went").size());
        assertEquals("statistics gifted 2025 revision 1 went now rows=1", last().detail());
        assertFalse(
                rows(APPROVER, "measure", "statistics", "indicator", "gifted").contains("rows.xlsx"));
        assertThrows(Problem.class, () -> file(APPROVER, "", ""));
        assertThrows(Problem.class, () -> file(ANALYST, "", ""));
    }

    private Audit.Entry last() {
        return node.audited.get(node.audited.size() - 1);
    }

    private List<String> file(Caller reader, String against, String side) throws IOException {
        RowExport export = new RowExport(
                node.submittedRows, new LocaleWording(node.texts, node.clock), new SheetFiles(node.clock));
        return Node.csv(
                export.file(reader, Sheets.Format.CSV, YEAR, REGION, 1, "statistics", "gifted", "", "", against, side));
    }

    @Test
    void a_child_that_moved_away_is_not_opened_but_told_as_one_that_is_away() {
        node.change("update child set territory = :to where id = 1", Map.of("to", Node.SEMEI));
        String shown = rows(COORDINATOR, "measure", "statistics", "indicator", "gifted");
        assertFalse(shown.contains("href=/children/1,"), shown);
        assertTrue(shown.contains("1 row is not shown"), shown);
    }

    @Test
    void a_territory_elsewhere_and_an_unknown_figure_are_not_found() {
        assertThrows(
                Problem.class,
                () -> rows(COORDINATOR, "measure", "statistics", "indicator", "gifted", "territory", Node.SEMEI));
        assertThrows(Problem.class, () -> rows(COORDINATOR, "measure", "statistics", "indicator", "nothing"));
    }

    @Test
    void what_came_and_went_since_is_opened_by_right() {
        node.change("delete from child_talent where child_id = 1", Map.of());
        node.child(50, Node.OTHER_VILLAGE, "SPORT");
        String changed = changes(COORDINATOR, "now");
        assertTrue(changed.contains("side=went"), changed);
        String went =
                rows(COORDINATOR, "measure", "statistics", "indicator", "gifted", "against", "now", "side", "went");
        assertTrue(went.contains("href=/children/1,") && !went.contains("href=/children/50"), went);
        String came =
                rows(COORDINATOR, "measure", "statistics", "indicator", "gifted", "against", "now", "side", "came");
        assertTrue(came.contains("href=/children/50") && !came.contains("href=/children/1,"), came);
        assertFalse(changes(ANALYST, "now").contains("side="));
    }

    @Test
    void two_revisions_are_compared_with_the_rows_of_each_figure() {
        node.change("delete from child_talent where child_id = 1", Map.of());
        node.child(50, Node.VILLAGE, "SPORT");
        handIn();
        String changed = changes(COORDINATOR, "2");
        assertTrue(changed.contains("measure=statistics&indicator=gifted&against=2&side=came"), changed);
        String came = rows(COORDINATOR, "measure", "statistics", "indicator", "gifted", "against", "2", "side", "came");
        assertTrue(came.contains("href=/children/50"), came);
        assertTrue(page(COORDINATOR).contains(HREF + "/changes?against=2"));
    }

    @Test
    void the_ministry_gives_back_with_remarks_by_measure_or_accepts() {
        assertFalse(page(APPROVER).contains("Give the report back"));
        assertTrue(page(MINISTRY).contains("Give the report back"));
        Response silent = pages.giveBack(MINISTRY, words, YEAR, REGION, 1, form("remarks", " "));
        assertEquals(400, silent.getStatus());
        assertTrue(silent.getEntity().toString().contains("error=Write what has to be mended"));
        String typed = "ж".repeat(3001);
        Response tooLong = pages.giveBack(MINISTRY, words, YEAR, REGION, 1, form("measures.technoparks", typed));
        assertTrue(tooLong.getEntity().toString().contains(typed), "it comes again as it was typed");
        Response back = pages.giveBack(
                MINISTRY,
                words,
                YEAR,
                REGION,
                1,
                form("remarks", "В целом", "measures.technoparks", "Сколько занятий?"));
        assertEquals(303, back.getStatus());
        String shown = page(COORDINATOR);
        assertTrue(shown.contains("Сколько занятий?") && shown.contains("В целом"), shown);
        assertFalse(page(MINISTRY).contains("label=Accept the report"), "it does not stand any more");
        handIn();
        pages.accept(MINISTRY, words, YEAR, REGION, 2);
        assertTrue(pages.open(APPROVER, words, YEAR, REGION, 2, "").toString().contains("Badge[text=accepted"));
    }

    private Response sign(Caller by, byte[] file) {
        return pages.sign(
                by,
                words,
                YEAR,
                REGION,
                1,
                new FormInput(
                        Map.of(), Map.of("file", new FormInput.Upload("report.cms", new ByteArrayInputStream(file)))));
    }

    @Test
    void a_persons_signature_is_put_replaced_and_got_until_the_report_is_accepted() {
        byte[] content = node.submissions.content(APPROVER.user(), YEAR, REGION, 1);
        byte[] first = CmsFiles.of(CmsFiles.GOST, Optional.of(content));
        byte[] second = CmsFiles.of(CmsFiles.SHA_256, Optional.of(content));
        Response none = sign(APPROVER, content);
        assertEquals(400, none.getStatus());
        assertTrue(none.getEntity().toString().contains("error=This is no PKCS#7 SignedData"));
        assertEquals(303, sign(APPROVER, first).getStatus());
        assertTrue(page(APPROVER).contains("the algorithm of its digest is not known here"));
        assertEquals(303, sign(APPROVER, second).getStatus());
        String shown = page(MINISTRY);
        assertTrue(shown.contains("fits: the digest in it"), shown);
        assertTrue(shown.contains("/api" + HREF + "/signature.cms"), shown);
        assertTrue(Arrays.equals(second, node.signatures.file(MINISTRY.user(), YEAR, REGION, 1)));
        assertThrows(Problem.class, () -> sign(COORDINATOR, second));
        assertThrows(Problem.class, () -> node.signatures.file(ANALYST.user(), YEAR, REGION, 1));
        node.verdicts.accept(MINISTRY.user(), YEAR, REGION, 1);
        assertEquals(409, sign(APPROVER, first).getStatus());
        assertFalse(page(APPROVER).contains("Replace the signature"));
    }
}
