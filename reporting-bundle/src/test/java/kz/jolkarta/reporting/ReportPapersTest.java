package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers are read back by the libraries' own readers and held against the frozen snapshot. */
@BothEngines(Node.Registry.class)
class ReportPapersTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User ANALYST = Node.user(Role.ANALYST, "23");

    private Node node;

    @TempDir
    private Path folder;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    /** Children in two districts, projects, a quota, money; the rest is explained. */
    private Snapshot handedIn() {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(3, 20, Node.OTHER_VILLAGE, "SPORT");
        foundThisYear();
        node.activity(1, "project", "2025-05-05", "HELD", 10, 1, 2, 3, 4, 5, 6);
        node.quota(1, 1200);
        node.budget(1, "health-camps", "LOCAL_BUDGET", Node.ATYRAU, 2025, 12_345_678_901_23L);
        node.payment(2, 1_234_567_05);
        node.payment(3, "technoparks", "OFF_BUDGET", Node.OTHER_DISTRICT, LocalDate.of(2025, 3, 3), 7_01);
        node.written.write(
                COORDINATOR,
                "2025",
                "23",
                new ReportTexts.TextInput("information-support", "Бейнероликтер түсірілуде", "Ролики снимаются"),
                OptionalInt.empty());
        node.handIn(COORDINATOR, APPROVER, "2025", "23");
        return new Snapshot(new String(node.submissions.content(APPROVER, "2025", "23", 1), StandardCharsets.UTF_8));
    }

    private byte[] paper(User user, OptionalInt revision, PaperFormat format, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        node.papers
                .region(user, "2025", "23", revision, format, language)
                .content()
                .accept(out);
        return out.toByteArray();
    }

    private static String closed(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper reader = new PDFTextStripper();
                reader.setStartPage(page);
                reader.setEndPage(page);
                pages.add(reader.getText(document));
            }
            return pages;
        }
    }

    /** The cells of all tables, one row after another. */
    private static List<List<String>> rows(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<List<String>> rows = new ArrayList<>();
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    rows.add(row.getTableCells().stream()
                            .map(c -> closed(c.getText()))
                            .toList());
                }
            }
            return rows;
        }
    }

    /** As a person of the country writes it, without the spaces: 1234567,05₸. */
    private String expected(Language language, Unit unit, Cell cell) {
        if (cell.value().isEmpty()) {
            return closed(node.texts.text(
                    language,
                    "report.state." + cell.state().name().toLowerCase().replace('_', '-')));
        }
        BigDecimal value = cell.value().get();
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        String digits = whole
                ? value.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : (unit == Unit.TENGE ? value.setScale(2) : value.stripTrailingZeros())
                        .toPlainString()
                        .replace('.', ',');
        return digits + (unit == Unit.TENGE ? "₸" : unit == Unit.PERCENT ? "%" : "");
    }

    /** Every figure of the snapshot in the order of the paper, as number, name and value would be read one after another. */
    private List<List<String>> figures(Snapshot snapshot, Language language) {
        List<List<String>> figures = new ArrayList<>();
        for (MeasureReport measure : snapshot.report().measures()) {
            int line = 0;
            for (IndicatorFigures i : measure.indicators()) {
                line++;
                String key = measure.code() + ".indicator." + i.code();
                figures.add(List.of(
                        measure.number() + "." + line,
                        closed(node.texts.has(key) ? node.texts.text(language, key) : i.name()),
                        closed(node.texts.text(language, i.unit().label())),
                        before(snapshot.lastYear(), measure.code(), i, language),
                        expected(language, i.unit(), new Cell(i.state(), i.value()))));
            }
        }
        return figures;
    }

    /** Last year's value, marked when it was entered. */
    private String before(LastYear last, String measure, IndicatorFigures i, Language language) {
        String entered = language == Language.KK ? "(енгізілген)" : "(введено)";
        return last.of(measure, i.code())
                .map(v ->
                        expected(language, i.unit(), Cell.of(v)) + (last.entered(measure, i.code()) > 0 ? entered : ""))
                .orElse("–");
    }

    private static String planned(MoneyFigures money, Function<BigDecimal, String> written) {
        return money.planned().map(written).orElse("–");
    }

    /** Two of the ten were found gifted this year. */
    private void foundThisYear() {
        node.change(
                "update child_talent set identified_on = :on where child_id in (1, 2)",
                Map.of("on", LocalDate.of(2025, 3, 1)));
    }

    @Test
    void every_figure_of_a_frozen_report_stands_in_the_document_in_kazakh_and_in_russian() throws IOException {
        Snapshot snapshot = handedIn();
        for (Language language : List.of(Language.KK, Language.RU)) {
            List<List<String>> rows = rows(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.DOCX, language));
            List<List<String>> figures = figures(snapshot, language);
            assertTrue(figures.size() > 8, "of " + figures);
            figures.forEach(figure -> assertTrue(rows.contains(figure), () -> figure + " in " + rows));
            for (MeasureReport measure : snapshot.report().measures()) {
                for (MoneyFigures money : measure.money()) {
                    String source = closed(node.texts.text(
                            language,
                            "record.source."
                                    + money.source().name().toLowerCase().replace('_', '-')));
                    List<String> told = rows.stream()
                            .filter(r -> r.size() == 5
                                    && r.get(0).equals(String.valueOf(measure.number()))
                                    && r.get(2).equals(source))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(planned(money, p -> expected(language, Unit.TENGE, Cell.of(p))), told.get(3));
                    assertEquals(expected(language, Unit.TENGE, Cell.of(money.spent())), told.get(4));
                }
            }
        }
    }

    @Test
    void beside_each_figure_stands_what_it_was_last_year_as_the_page_shows_it() throws IOException {
        node.archiveEntries.enter(
                COORDINATOR,
                "2024",
                "23",
                "technoparks",
                new ArchiveEntries.Input(Map.of("participants", "40"), "", ""),
                OptionalInt.empty());
        handedIn();
        ReportBook page = node.books.open(COORDINATOR, Language.RU, "2025", "23");
        assertEquals(
                List.of("8", "40"),
                List.of(
                        page.before("statistics", "gifted").orElseThrow().toPlainString(),
                        page.before("technoparks", "participants").orElseThrow().toPlainString()));
        node.archiveEntries.enter(
                COORDINATOR,
                "2024",
                "23",
                "technoparks",
                new ArchiveEntries.Input(Map.of("participants", "50"), "", ""),
                OptionalInt.empty());
        List<List<String>> rows = rows(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.DOCX, Language.RU));
        assertTrue(rows.stream().anyMatch(r -> r.contains("2024год")), rows.toString());
        assertEquals("8", row(rows, "1.1").get(3));
        assertEquals("40(введено)", row(rows, "8.1").get(3), "as it was frozen");
        assertEquals(
                "50(введено)",
                row(rows(paper(COORDINATOR, OptionalInt.empty(), PaperFormat.DOCX, Language.RU)), "8.1")
                        .get(3));
        assertEquals(
                "–",
                row(rows(paper(ANALYST, OptionalInt.of(1), PaperFormat.DOCX, Language.RU)), "1.2")
                        .get(3),
                "a change is compared with nothing");
        try (XSSFWorkbook book = new XSSFWorkbook(
                new ByteArrayInputStream(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.XLSX, Language.KK)))) {
            XSSFSheet technoparks = book.getSheetAt(8);
            int entered = technoparks.getRow(2).getCell(1).getStringCellValue().contains("енгізілген") ? 2 : 3;
            assertEquals(
                    "2024 жыл (енгізілген)",
                    technoparks.getRow(entered).getCell(1).getStringCellValue());
            assertEquals(40, technoparks.getRow(entered).getCell(2).getNumericCellValue());
        }
    }

    private static List<String> row(List<List<String>> rows, String number) {
        return rows.stream()
                .filter(r -> r.get(0).equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " in " + rows));
    }

    @Test
    void districts_stand_in_the_document_with_the_frozen_values() throws IOException {
        Snapshot snapshot = handedIn();
        List<List<String>> rows = rows(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.DOCX, Language.KK));
        for (MeasureReport measure : snapshot.report().measures()) {
            List<String> places = measure.indicators().stream()
                    .flatMap(i -> i.districts().stream())
                    .map(IndicatorFigures.Place::territory)
                    .distinct()
                    .filter(t -> !t.endsWith("0000000"))
                    .toList();
            for (String place : places) {
                List<IndicatorFigures.Place> told = measure.indicators().stream()
                        .flatMap(i ->
                                i.districts().stream().filter(d -> d.territory().equals(place)))
                        .toList();
                List<String> row = Stream.concat(
                                Stream.of(closed(told.get(0).name())),
                                measure.indicators().stream()
                                        .filter(i -> !i.districts().isEmpty())
                                        .limit(4)
                                        .map(i -> i.districts().stream()
                                                .filter(d -> d.territory().equals(place))
                                                .findFirst()
                                                .map(d ->
                                                        expected(Language.KK, i.unit(), new Cell(d.state(), d.value())))
                                                .orElse("")))
                        .collect(Collectors.toList());
                assertTrue(
                        rows.stream()
                                .anyMatch(r -> r.size() >= row.size()
                                        && r.subList(0, row.size()).equals(row)),
                        () -> row + " in " + rows);
            }
        }
    }

    @Test
    void every_figure_of_a_frozen_report_is_read_back_from_the_pdf_with_its_hash_on_each_page() throws IOException {
        Snapshot snapshot = handedIn();
        for (Language language : List.of(Language.KK, Language.RU)) {
            List<String> pages = pages(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.PDF, language));
            String all = pages.stream().map(ReportPapersTest::closed).collect(Collectors.joining());
            for (List<String> figure : figures(snapshot, language)) {
                String row = String.join("", figure);
                assertTrue(all.contains(row), () -> row + " in " + all);
            }
            pages.forEach(page -> assertTrue(page.contains(snapshot.hash()), page));
            String money = closed(node.texts.text(language, "record.source.off-budget")) + "–7,01₸";
            assertTrue(all.contains(money), () -> money + " in " + all);
        }
    }

    /** What the first revision's pages say, on one line. */
    private String whole(Language language) throws IOException {
        return String.join("", pages(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.PDF, language)))
                .replaceAll("\\s+", " ");
    }

    @Test
    void a_paper_is_a_letter_in_its_language() throws IOException {
        handedIn();
        String plain = whole(Language.KK);
        assertTrue(plain.contains("Оқу-ағарту министрлігіне"), plain);
        assertTrue(
                plain.contains("Үкіметінің 2019 жылғы 27 желтоқсандағы № 997 қаулысын орындау туралы Атырау облысының"
                        + " 2025 жылғы есебі"),
                plain);
        assertTrue(plain.contains("Бейнероликтер түсірілуде") && plain.contains("Орындаушы"), plain);
        assertFalse(plain.contains("ЖОБА") || plain.contains("Бейресми"), plain);
        String russian = whole(Language.RU);
        assertTrue(russian.contains("Ролики снимаются") && russian.contains("Атырауская область"), russian);
        assertTrue(russian.contains("31.12.2025"), russian);
        String english = whole(Language.EN);
        assertTrue(english.contains("Unofficial translation"), english);
        assertTrue(english.contains("1,234,567.05"), english);
    }

    @Test
    void the_name_of_every_region_there_was_can_stand_in_the_kazakh_title() {
        for (String day : List.of("2020-12-31", "2025-12-31")) {
            node.territories
                    .regions(LocalDate.parse(day))
                    .forEach(r -> assertTrue(
                            r.name().kk().matches(".+ (облысы|қаласы)"),
                            r.name().kk()));
        }
    }

    @Test
    void a_reason_is_told_in_the_language_of_the_paper_and_another_one_as_it_was_written() throws IOException {
        handedIn();
        List<List<String>> rows = rows(paper(COORDINATOR, OptionalInt.of(1), PaperFormat.DOCX, Language.RU));
        String installed = closed(node.texts.text(Language.RU, "report.reason.not-installed"));
        assertTrue(rows.stream().anyMatch(r -> r.get(1).contains(installed)), rows.toString());
    }

    @Test
    void the_open_report_is_printed_as_a_draft() throws IOException {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String kazakh = pages(paper(COORDINATOR, OptionalInt.empty(), PaperFormat.PDF, Language.KK))
                .get(0);
        assertTrue(kazakh.contains("ЖОБА") && kazakh.contains("Жоба:"), kazakh);
        String russian = pages(paper(COORDINATOR, OptionalInt.empty(), PaperFormat.PDF, Language.RU))
                .get(0);
        assertTrue(russian.contains("ПРОЕКТ") && !russian.contains("SHA-256"), russian);
    }

    @Test
    void who_may_not_see_persons_gets_a_paper_without_small_numbers() throws IOException {
        handedIn();
        String word = node.texts.text(Language.KK, "report.state.suppressed");
        for (OptionalInt revision : List.of(OptionalInt.of(1), OptionalInt.empty())) {
            List<List<String>> open = rows(paper(ANALYST, revision, PaperFormat.DOCX, Language.KK));
            assertTrue(open.stream().anyMatch(r -> r.contains(closed(word))), open.toString());
            List<List<String>> whole = rows(paper(COORDINATOR, revision, PaperFormat.DOCX, Language.KK));
            assertFalse(whole.stream().anyMatch(r -> r.contains(closed(word))), whole.toString());
        }
    }

    @Test
    void the_workbook_has_a_cover_and_a_sheet_for_each_measure_with_its_districts_and_money() throws IOException {
        Snapshot snapshot = handedIn();
        byte[] xlsx = paper(COORDINATOR, OptionalInt.of(1), PaperFormat.XLSX, Language.RU);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            assertEquals(20, book.getNumberOfSheets());
            String cover = text(book.getSheetAt(0));
            assertTrue(cover.contains(snapshot.hash()) && cover.contains("Ролики снимаются"), cover);
            XSSFSheet camps = book.getSheetAt(13);
            assertEquals("13. Путёвки в лагеря и санатории".substring(0, 31), camps.getSheetName());
            int spent = camps.getRow(0).getLastCellNum() - 1;
            assertEquals(
                    "местный бюджет: освоено", camps.getRow(0).getCell(spent).getStringCellValue());
            assertEquals(1234567.05, camps.getRow(1).getCell(spent).getNumericCellValue());
            XSSFSheet statistics = book.getSheetAt(1);
            assertEquals(10, statistics.getRow(1).getCell(2).getNumericCellValue());
            assertEquals("2024 год", statistics.getRow(2).getCell(1).getStringCellValue());
            assertEquals(8, statistics.getRow(2).getCell(2).getNumericCellValue());
            String children = text(statistics);
            assertTrue(children.contains("пол: ") && children.contains("1.1 "), children);
        }
    }

    private static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell).append(' ')));
        return text.toString();
    }

    @Test
    void who_takes_a_paper_is_noted_and_what_there_is_not_is_not_found() {
        handedIn();
        node.audited.clear();
        paper(ANALYST, OptionalInt.of(1), PaperFormat.PDF, Language.KK);
        paper(ANALYST, OptionalInt.empty(), PaperFormat.XLSX, Language.KK);
        assertEquals(
                List.of("2025 paper pdf revision 1", "2025 paper xlsx draft"),
                node.audited.stream().map(Audit.Entry::detail).toList());
        User elsewhere = Node.user(Role.COORDINATOR, "61");
        for (Problem problem : List.of(
                assertThrows(Problem.class, () -> paper(ANALYST, OptionalInt.of(2), PaperFormat.PDF, Language.KK)),
                assertThrows(Problem.class, () -> paper(elsewhere, OptionalInt.of(1), PaperFormat.PDF, Language.KK)),
                assertThrows(Problem.class, () -> PaperFormat.revision("0")))) {
            assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        }
        assertEquals(
                "format",
                assertThrows(Problem.class, () -> PaperFormat.of("odt"))
                        .fields()
                        .get(0)
                        .field());
        assertEquals(
                "language",
                assertThrows(Problem.class, () -> PaperFormat.language("de"))
                        .fields()
                        .get(0)
                        .field());
    }

    @Test
    void the_shell_writes_the_file_where_it_is_told() throws IOException {
        node.children(7, 1, Node.VILLAGE, "SPORT");
        String said = command("docx", folder);
        Path written = folder.resolve("report-2025-230000000-draft.docx");
        assertTrue(said.contains(written.getFileName().toString()), said);
        assertFalse(rows(Files.readAllBytes(written)).isEmpty());
        RuntimeException format = assertThrows(RuntimeException.class, () -> command("odt", folder));
        assertTrue(format.getMessage().contains("docx, pdf, xlsx"), format.getMessage());
        Path nowhere = folder.resolve("nowhere").resolve("report.docx");
        RuntimeException unwritable = assertThrows(RuntimeException.class, () -> command("docx", nowhere));
        assertTrue(unwritable.getMessage().contains(nowhere.toString()), unwritable.getMessage());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(written), files.toList(), "nothing half-written");
        }
    }

    private String command(String format, Path out) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new ReportExportCommand(node.papers, node.texts, Node.SHELL, "2025", "23", format, out)
                .tell(new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }
}
