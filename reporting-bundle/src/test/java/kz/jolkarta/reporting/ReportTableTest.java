package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothEngines(Node.Registry.class)
class ReportTableTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(5, 1, Node.VILLAGE, "SPORT");
        node.payment(900, 123_450);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    @Test
    void the_spreadsheet_has_every_clause_each_figure_and_its_districts_in_the_readers_language(@TempDir Path folder)
            throws IOException {
        List<List<String>> rows = spreadsheet(Language.RU, folder);
        assertEquals(
                List.of(
                        "№",
                        "Мера",
                        "Показатель",
                        "Разбивка",
                        "Район",
                        "Значение",
                        "Единица измерения",
                        "Состояние",
                        "Правило расчёта"),
                rows.get(0));
        assertEquals(19, rows.stream().skip(1).map(r -> r.get(0)).distinct().count());
        assertTrue(
                rows.stream()
                        .anyMatch(r -> r.get(0).equals("1")
                                && r.get(4).equals("Жылыойский район")
                                && r.get(5).equals("5")),
                "the district's figure");
        assertTrue(rows.stream()
                .anyMatch(r -> r.get(3).equals("пол: мужской") && r.get(5).equals("5")));
        assertTrue(
                rows.stream().anyMatch(r -> r.get(0).equals("13") && r.get(5).equals("1234.5")), "money as a number");
        assertTrue(rows.stream()
                .anyMatch(r -> r.get(0).equals("14")
                        && r.get(7).equals("здесь не проводится")
                        && r.get(5).isEmpty()));
    }

    @Test
    void the_file_has_a_name_in_the_readers_language() {
        RegionReport report = node.reports.region(COORDINATOR, Language.KK, "2025", "23");
        assertEquals("есеп-2025-Атырау облысы", new ReportTable(node.texts, Language.KK).fileName(report));
    }

    @Test
    void no_text_is_missing_in_any_language() {
        for (Language language : Language.values()) {
            RegionReport report = node.reports.region(COORDINATOR, language, "2025", "23");
            ReportTable table = new ReportTable(node.texts, language);
            List<Object> cells = new ArrayList<>(table.headings());
            table.rows(report, cells::addAll);
            for (Cell.State state : Cell.State.values()) {
                cells.add(table.state(state));
            }
            // Names of indicators are brought by the measures, which are none of real bundles here.
            cells.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(text -> !text.matches("\\[[a-z-]+\\.indicator\\..*"))
                    .forEach(text -> assertFalse(text.startsWith("["), language + ": " + text));
        }
    }

    @Test
    void the_shell_prints_the_report_as_a_table_and_as_json() throws Exception {
        String table = shell("2025", "23", false);
        assertTrue(table.contains("Atyrau Region: report of 2025, as of 2025-12-31"), table);
        assertTrue(table.contains("not run here"));
        RegionReport report = node.reports.region(COORDINATOR, Language.EN, "2025", "23");
        assertEquals(
                Json.mapper().readTree(Json.mapper().writeValueAsString(report)),
                Json.mapper().readTree(shell("2025", "23", true)));
        assertTrue(shell("2025", "23", true).contains("\"state\" : \"not-run\""));
    }

    @Test
    void the_shell_says_in_words_what_is_wrong_with_the_question() throws Exception {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> shell("1999", "23", false));
        assertTrue(refused.getMessage().contains("year: The year must be from 2020 to 2026"), refused.getMessage());
    }

    private String shell(String year, String region, boolean json) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new ReportCommand(node.reports, node.texts, Node.SHELL, year, region, json, Language.EN).tell(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<List<String>> spreadsheet(Language language, Path folder) throws IOException {
        Path file = folder.resolve("report.xlsx");
        Sheets sheets = new SheetFiles(node.clock);
        RegionReport report = node.reports.region(COORDINATOR, language, "2025", "23");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ReportTable(node.texts, language).write(report, sheets, out);
        }
        List<List<String>> rows = new ArrayList<>();
        sheets.read(file, "report.xlsx", row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                cells.add(row.cell(i).text());
            }
            rows.add(cells);
        });
        return rows;
    }
}
