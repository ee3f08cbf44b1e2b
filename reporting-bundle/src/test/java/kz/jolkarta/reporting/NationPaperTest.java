package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The information to the government names regions without a report and counts nothing of them. */
@BothEngines(Node.Registry.class)
class NationPaperTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");
    private static final List<String> SILENT = List.of("technoparks", "health-camps", "information-support");
    private static final User COUNTRY = Node.user(Role.ANALYST, "");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        node.children(9, 20, Node.SEMEI, "SPORT");
        node.payment(1, 5_05);
        node.payment(2, "health-camps", "LOCAL_BUDGET", Node.SEMEI, LocalDate.of(2025, 7, 1), 100_00);
        for (String measure : SILENT) {
            node.written.write(
                    COORDINATOR,
                    "2025",
                    "23",
                    new ReportTexts.TextInput(measure, "Болмады", "Не было"),
                    OptionalInt.empty());
        }
        node.handIn(COORDINATOR, Node.user("marat", Role.APPROVER, "23"), "2025", "23");
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private byte[] paper(PaperFormat format, Language language) {
        return paper(OptionalInt.empty(), format, language);
    }

    private byte[] paper(OptionalInt revision, PaperFormat format, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        node.papers
                .nation(COUNTRY, "2025", revision, format, language)
                .content()
                .accept(out);
        return out.toByteArray();
    }

    private static List<List<String>> rows(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<List<String>> rows = new ArrayList<>();
            for (XWPFTable table : document.getTables()) {
                table.getRows()
                        .forEach(r -> rows.add(
                                r.getTableCells().stream().map(c -> c.getText()).toList()));
            }
            return rows;
        }
    }

    private static List<String> row(List<List<String>> rows, String first, int columns) {
        return rows.stream()
                .filter(r -> r.size() == columns && r.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError(first + " in " + rows));
    }

    @Test
    void a_region_without_a_report_is_named_and_its_children_and_money_are_in_no_total() throws IOException {
        List<List<String>> rows = rows(paper(PaperFormat.DOCX, Language.RU));
        assertEquals("7", row(rows, "1", 6).get(5));
        assertEquals("7", row(rows, "Атырауская область", 8).get(1));
        assertEquals("…", row(rows, "область Абай", 8).get(1));
        assertEquals(
                "5,05 ₸".replace(' ', '\u00a0'),
                rows.stream()
                        .filter(r -> r.size() == 5
                                && r.get(0).equals("13")
                                && r.get(2).equals("местный бюджет"))
                        .findFirst()
                        .orElseThrow()
                        .get(4));
        String all = text(Language.RU);
        assertTrue(all.contains("Не сдали отчёт: область Абай, Акмолинская область"), all);
        assertFalse(all.contains("область Абай, Акмолинская область, Атырауская"), all);
        assertTrue(all.contains("1 / 20"), all);
    }

    @Test
    void regions_stand_in_the_order_of_the_classification_and_every_measure_has_a_column() throws IOException {
        List<List<String>> rows = rows(paper(PaperFormat.DOCX, Language.KK));
        List<String> names = rows.stream()
                .map(r -> r.get(0))
                .filter(n -> n.endsWith("облысы") || n.endsWith("қаласы"))
                .toList();
        assertEquals(60, names.size(), "20 regions in three tables");
        assertEquals("Абай облысы", names.get(0));
        assertEquals(List.of("Астана қаласы", "Алматы қаласы", "Шымкент қаласы"), names.subList(17, 20));
        for (int number = 1; number <= 19; number++) {
            String heading = number + "-шара";
            assertTrue(rows.stream().anyMatch(r -> r.contains(heading)), heading);
        }
    }

    @Test
    void what_has_no_value_has_its_state_and_reason_in_words() throws IOException {
        List<List<String>> rows = rows(paper(PaperFormat.DOCX, Language.KK));
        assertEquals(
                List.of(
                        "14",
                        node.texts.text(Language.KK, "report.state.not-run"),
                        node.texts.text(Language.KK, "report.reason.not-installed"),
                        node.texts.text(Language.KK, "report.paper.everywhere")),
                row(rows, "14", 4));
    }

    @Test
    void it_is_a_letter_to_the_government_marked_as_a_draft() throws IOException {
        String kazakh = text(Language.KK);
        assertTrue(kazakh.contains("ЖОБА") && kazakh.contains("Үкіметіне"), kazakh);
        assertTrue(kazakh.contains("№ 997 қаулысының орындалуы туралы 2025 жылғы ақпарат"), kazakh);
        assertTrue(kazakh.contains("Министр"), kazakh);
        assertTrue(text(Language.EN).contains("Unofficial translation"));
    }

    @Test
    void a_revision_is_told_as_it_was_frozen_with_the_texts_of_the_ministry() throws IOException {
        for (String measure : SILENT) {
            ReportTexts.TextInput said = new ReportTexts.TextInput(measure, "Министрлік түсіндіреді", "Поясняет");
            node.written.writeOfNation(MINISTRY, "2025", said, OptionalInt.empty());
        }
        NationReport handedIn = node.tellGovernment("2025");
        node.children(2, 40, Node.VILLAGE, "SPORT");
        node.handIn(COORDINATOR, Node.user("marat", Role.APPROVER, "23"), "2025", "23");

        assertEquals(
                "9", row(rows(paper(PaperFormat.DOCX, Language.RU)), "1", 6).get(5));
        OptionalInt first = OptionalInt.of(handedIn.revision());
        assertEquals(
                "7",
                row(rows(paper(first, PaperFormat.DOCX, Language.RU)), "1", 6).get(5));
        String all = text(first, Language.KK);
        assertTrue(all.contains(handedIn.openHash()), all);
        assertTrue(all.contains("Министрлік түсіндіреді"), all);
        assertFalse(all.contains("ЖОБА"), all);
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> paper(OptionalInt.of(7), PaperFormat.PDF, Language.KK))
                        .kind());
    }

    @Test
    void beside_the_countrys_figure_stands_last_years_as_it_was_told_or_entered_or_counted() throws IOException {
        node.change(
                "update child_talent set identified_on = :on where child_id in (1, 2)",
                Map.of("on", LocalDate.of(2025, 3, 1)));
        assertEquals("14", before(OptionalInt.empty()), "sixteen but for the two who were found this year");
        node.archiveEntries.enter(
                COORDINATOR,
                "2024",
                "23",
                "statistics",
                new ArchiveEntries.Input(Map.of("gifted", "40"), "", ""),
                OptionalInt.empty());
        assertEquals("49 (введено регионов: 1)", before(OptionalInt.empty()));
        explain("2025");
        node.tellGovernment("2025");
        assertEquals("49 (введено регионов: 1)", before(OptionalInt.of(1)));

        explain("2024");
        node.tellGovernment("2024");
        assertEquals("–", before(OptionalInt.empty()), "what was told says nothing of regions that were missing");
        assertEquals("49 (введено регионов: 1)", before(OptionalInt.of(1)), "as it was frozen");
    }

    private void explain(String year) {
        for (MeasureReport row : node.rollUps.of(MINISTRY, Language.KK, year).measures()) {
            if (row.state() == Cell.State.NOT_REPORTED) {
                ReportTexts.TextInput said = new ReportTexts.TextInput(row.code(), "Жоқ", "Нет");
                node.written.writeOfNation(MINISTRY, year, said, OptionalInt.empty());
            }
        }
    }

    private String before(OptionalInt revision) throws IOException {
        return row(rows(paper(revision, PaperFormat.DOCX, Language.RU)), "1", 6)
                .get(4)
                .replace('\u00a0', ' ');
    }

    private String text(Language language) throws IOException {
        return text(OptionalInt.empty(), language);
    }

    private String text(OptionalInt revision, Language language) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper(revision, PaperFormat.PDF, language))) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void only_who_sees_the_country_gets_it() {
        Problem problem = assertThrows(
                Problem.class,
                () -> node.papers.nation(COORDINATOR, "2025", OptionalInt.empty(), PaperFormat.PDF, Language.KK));
        assertEquals(Problem.Kind.FORBIDDEN, problem.kind());
        assertEquals(
                "format",
                assertThrows(
                                Problem.class,
                                () -> node.papers.nation(
                                        COUNTRY, "2025", OptionalInt.empty(), PaperFormat.XLSX, Language.KK))
                        .fields()
                        .get(0)
                        .field());
    }
}
