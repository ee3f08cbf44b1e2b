package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports beside the targets of their figures: on pages, frozen, and on paper. */
@BothEngines(Node.Registry.class)
class BesideTargetsTest {
    private static final String REGION = Node.ATYRAU;
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User ANALYST = Node.user("analyst", Role.ANALYST, "23");
    private static final User MINISTRY = Node.user("ministry", Role.ADMINISTRATOR, "");
    private static final List<String> SILENT = List.of("technoparks", "health-camps", "information-support");

    private Node node;
    private Words words;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        node.children(6, 1, Node.VILLAGE, "SPORT");
        for (String measure : SILENT) {
            node.written.write(COORDINATOR, "2025", REGION, said(measure), OptionalInt.empty());
        }
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private static ReportTexts.TextInput said(String measure) {
        return new ReportTexts.TextInput(measure, "Жоқ", "Нет");
    }

    private void set(String place, String indicator, int version, String value) {
        node.targetChanges.set(
                MINISTRY, "2025", place, "statistics", indicator, OptionalInt.of(version), TargetsTest.input(value));
    }

    private String row(User reader) {
        WhyPanel why = new WhyPanel(node.known, node.rows, node.archive, node.targets);
        return new ReportRowPages(node.books, node.written, why)
                .one(
                        new Caller(reader, Language.EN),
                        words,
                        ReportPagesTest.address(
                                "/reports/2025/" + REGION + "/rows/statistics", "why", "statistics/gifted"),
                        "2025",
                        REGION,
                        "statistics")
                .toString();
    }

    private String indicators(User reader, String... asked) {
        WhyPanel why = new WhyPanel(node.known, node.rows, node.archive, node.targets);
        return new IndicatorPages(node.known, why, node.archive, node.targets, node.territories, node.clock)
                .open(
                        new Caller(reader, Language.EN),
                        words,
                        ReportPagesTest.address("/measures/statistics/indicators", asked),
                        "statistics")
                .toString();
    }

    @Test
    void the_row_of_a_report_and_the_page_of_its_figure_say_the_target_and_how_much_of_it_is_there() {
        assertFalse(row(COORDINATOR).contains("target"), "nothing is set, nothing is said");
        set("23", "gifted", 0, "8");
        String row = row(COORDINATOR);
        assertTrue(row.contains("· target 8, the figure is 75\u00a0% of it"), row);
        assertTrue(
                row.contains("For this year: target 8, the figure is 75\u00a0% of it. Ground: Министрдің бұйрығы,"
                        + " No. 112-қ of 20 Jan 2026"),
                row);
        String page = indicators(COORDINATOR, "year", "2025", "territory", REGION);
        assertTrue(page.contains("target; the figure is 75\u00a0% of it"), page);
        assertTrue(page.contains("href=/report-targets/2025/230000000/statistics/gifted"), page);
        String district = indicators(COORDINATOR, "year", "2025", "territory", Node.DISTRICT);
        assertFalse(district.contains("target;"), "a district has none");
        assertEquals(
                List.of("statistics/gifted"),
                List.copyOf(
                        ReportResource.Told.of(node.report(COORDINATOR, "2025", "23"), node.targets.of(2025, REGION))
                                .targets()
                                .keySet()));
    }

    @Test
    void few_persons_are_not_told_by_their_share_of_the_target() {
        node.change("delete from child_talent where child_id > 3", Map.of());
        set("23", "gifted", 0, "8");
        String seen = row(ANALYST);
        assertTrue(seen.contains("· target 8"), seen);
        assertFalse(seen.contains("of it"), seen);
    }

    private Snapshot frozen(User reader, int revision) {
        return node.revisions.snapshot(reader, node.submissions.one(reader, "2025", REGION, revision));
    }

    @Test
    void a_frozen_report_keeps_the_targets_of_its_moment_and_is_verified() {
        set("23", "gifted", 0, "8");
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        set("23", "gifted", 1, "900");
        for (User reader : List.of(COORDINATOR, ANALYST)) {
            YearTargets.Aim kept = frozen(reader, 1).targets().byFigure().get("statistics/gifted");
            assertEquals(
                    new YearTargets.Aim(
                            Unit.PERSONS,
                            new BigDecimal("8"),
                            new Target.Ground("Министрдің бұйрығы", "112-қ", LocalDate.of(2026, 1, 20))),
                    kept);
        }
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
        assertTrue(shown.contains("text=8, small=Министрдің бұйрығы"), shown);
        assertFalse(shown.contains("text=900"), shown);
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        assertEquals(
                new BigDecimal("900"),
                frozen(COORDINATOR, 2)
                        .targets()
                        .byFigure()
                        .get("statistics/gifted")
                        .value(),
                "the figures are the same, what they are beside is not");
    }

    @Test
    void a_target_that_changes_between_preparing_and_handing_in_asks_for_preparing_anew() {
        node.submissions.prepare(COORDINATOR, "2025", REGION);
        set("23", "gifted", 0, "8");
        Problem refused = assertThrows(Problem.class, () -> node.submissions.submit(APPROVER, "2025", REGION));
        assertEquals("report.submit.changed", refused.message().key());
    }

    @Test
    void a_report_without_targets_is_frozen_and_printed_as_ever() throws IOException {
        set("61", "gifted", 0, "8");
        set("country", "gifted", 0, "100");
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        assertFalse(frozen(COORDINATOR, 1).json().contains("targets"), "another place's are not its own");
        List<List<String>> rows = rows(paper(PaperFormat.DOCX, Language.RU));
        assertEquals(5, row(rows, "1.1").size());
        assertFalse(rows.toString().contains("Целевое"), rows.toString());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(paper(PaperFormat.XLSX, Language.RU)))) {
            assertFalse(text(book.getSheetAt(1)).contains("Целевое"));
        }
    }

    private byte[] paper(PaperFormat format, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        node.papers
                .region(COORDINATOR, "2025", "23", OptionalInt.of(1), format, language)
                .content()
                .accept(out);
        return out.toByteArray();
    }

    private byte[] nation(PaperFormat format, OptionalInt revision) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        node.papers
                .nation(Node.user(Role.ANALYST, ""), "2025", revision, format, Language.RU)
                .content()
                .accept(out);
        return out.toByteArray();
    }

    private static List<List<String>> rows(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<List<String>> rows = new ArrayList<>();
            document.getTables()
                    .forEach(t -> t.getRows()
                            .forEach(r -> rows.add(r.getTableCells().stream()
                                    .map(c -> c.getText().replace('\u00a0', ' '))
                                    .toList())));
            return rows;
        }
    }

    private static List<String> row(List<List<String>> rows, String number) {
        return rows.stream()
                .filter(r -> r.get(0).equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " in " + rows));
    }

    private static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(r -> r.forEach(c -> text.append(c).append(' ')));
        return text.toString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void papers_of_a_region_say_what_the_snapshot_says() throws IOException {
        set("23", "gifted", 0, "8");
        set("23", "gifted-share", 0, "40,5");
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        set("23", "gifted", 1, "900");
        List<List<String>> rows = rows(paper(PaperFormat.DOCX, Language.RU));
        assertEquals(List.of("6", "8", "75"), row(rows, "1.1").subList(4, 7));
        assertEquals(List.of("–", "–"), row(rows, "1.2").subList(5, 7), "beside one that has none");
        assertEquals(List.of("100 %", "40,5 %", "246,9"), row(rows, "1.3").subList(4, 7));
        assertTrue(rows.toString().contains("Целевое значение, % от него"), rows.toString());
        for (Language language : List.of(Language.KK, Language.RU)) {
            String pdf = text(paper(PaperFormat.PDF, language));
            assertTrue(pdf.contains("40,5 % 246,9"), pdf);
            assertTrue(pdf.contains("№ 112-қ."), "its ground: " + pdf);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(paper(PaperFormat.XLSX, Language.RU)))) {
            XSSFSheet sheet = book.getSheetAt(1);
            int target = 3;
            assertEquals("Целевое значение", sheet.getRow(target).getCell(1).getStringCellValue());
            assertEquals(8, sheet.getRow(target).getCell(2).getNumericCellValue());
            assertEquals(40.5, sheet.getRow(target).getCell(4).getNumericCellValue());
            assertEquals(75, sheet.getRow(target + 1).getCell(2).getNumericCellValue());
        }
    }

    @Test
    void the_countrys_figure_stands_beside_the_countrys_target_and_a_regions_beside_its_own() throws IOException {
        node.handIn(COORDINATOR, APPROVER, "2025", REGION);
        set("23", "gifted", 0, "8");
        RollUp rollUp = node.rollUps.of(MINISTRY, Language.EN, "2025");
        MeasureReport statistics = rollUp.measures().get(0);
        String regions = new RollUpBlocks(words, rollUp).figures(statistics).toString();
        assertTrue(regions.contains("text=6, small=target 8, the figure is 75\u00a0% of it"), regions);
        assertEquals(
                1,
                regions.split("target 8", -1).length - 1,
                "the country has no target, and that of a region is not taken for it");
        assertEquals(
                6, row(rows(nation(PaperFormat.DOCX, OptionalInt.empty())), "1").size(), "nor a column");
        set("country", "gifted", 0, "100");
        RollUp aimed = node.rollUps.of(MINISTRY, Language.EN, "2025");
        String head = new RollUpBlocks(words, aimed).head(statistics, List.of()).toString();
        assertTrue(head.contains("· target 100, the figure is 6\u00a0% of it"), head);
        for (String measure : SILENT) {
            node.written.writeOfNation(MINISTRY, "2025", said(measure), OptionalInt.empty());
        }
        node.tellGovernment("2025");
        set("country", "gifted", 1, "12");
        assertEquals(
                List.of("6", "100", "6"),
                row(rows(nation(PaperFormat.DOCX, OptionalInt.of(1))), "1").subList(5, 8),
                "as it was frozen");
        assertEquals(
                List.of("6", "12", "50"),
                row(rows(nation(PaperFormat.DOCX, OptionalInt.empty())), "1").subList(5, 8));
        assertTrue(text(nation(PaperFormat.PDF, OptionalInt.of(1))).contains("Основание целевых значений"));
        String told = new String(node.nation.content(MINISTRY, "2025", 1), StandardCharsets.UTF_8);
        assertEquals(
                Optional.of(new BigDecimal("100")),
                Optional.ofNullable(new Snapshot(told).targets().byFigure().get("statistics/gifted"))
                        .map(YearTargets.Aim::value));
    }

    @Test
    void the_board_of_the_country_shows_its_target_beside_the_sum() {
        node.measures.present.clear();
        Indicator gifted = Indicator.count("gifted", new Selection.Children(Criterion.gifted()));
        node.measures.present.add(Node.measure(19, Reach.EVERY_REGION, List.of(), List.of(), List.of(), gifted));
        String measure = node.measures.present.get(0).code();
        node.targetChanges.set(
                MINISTRY, "2025", "country", measure, "gifted", OptionalInt.of(0), TargetsTest.input("12"));
        CountryReport country = node.reports.country(MINISTRY, Language.EN, "2025");
        String tiles = new NationTiles(words, country, List.of(), node.targets.of(2025, ""))
                .row(Map.of())
                .toString();
        assertTrue(tiles.contains("target 12, the figure is 50\u00a0% of it"), tiles);
    }
}
