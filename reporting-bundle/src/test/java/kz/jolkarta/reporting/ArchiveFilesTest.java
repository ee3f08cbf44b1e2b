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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
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
import org.junit.jupiter.api.io.TempDir;

/** The form of a return as a workbook, and what becomes of a filled one. */
@BothEngines(Node.Registry.class)
class ArchiveFilesTest {
    private static final String REGION = Node.ATYRAU;
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");

    @TempDir
    Path folder;

    private Node node;
    private Sheets sheets;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        sheets = new SheetFiles(node.clock);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private byte[] form(String year) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        node.archiveFiles
                .template(COORDINATOR, year, REGION, Language.RU)
                .content()
                .accept(bytes);
        return bytes.toByteArray();
    }

    private List<List<String>> rows(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("form.xlsx"), file);
        List<List<String>> rows = new ArrayList<>();
        sheets.read(
                path,
                "form.xlsx",
                row -> rows.add(
                        row.cells().stream().map(Sheets.Cell::text).collect(Collectors.toCollection(ArrayList::new))));
        return rows;
    }

    /** The form with these cells of its last column filled in. */
    private byte[] filled(String year, Map<String, String> cells) throws IOException {
        List<List<String>> rows = rows(form(year));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Sheets.Writer writer = sheets.write(bytes, Sheets.Format.XLSX, year, rows.get(0))) {
            for (List<String> row : rows.subList(1, rows.size())) {
                Optional.ofNullable(cells.get(row.get(0))).ifPresent(value -> {
                    while (row.size() < 6) {
                        row.add("");
                    }
                    row.set(5, value);
                });
                writer.row(row);
            }
        }
        return bytes.toByteArray();
    }

    private ArchiveFiles.Brought bring(byte[] file, boolean dry) {
        return node.archiveFiles.bring(COORDINATOR, "2024", REGION, "отчёт.xlsx", new ByteArrayInputStream(file), dry);
    }

    private Problem refused(byte[] file) {
        Problem problem = assertThrows(Problem.class, () -> bring(file, false));
        assertEquals(
                Archive.State.NOT_ENTERED,
                node.archive.open(COORDINATOR, "2024", REGION).state(),
                "nothing is half written");
        return problem;
    }

    @Test
    void a_form_names_every_figure_in_the_readers_language_and_is_filled_in_once() throws IOException {
        List<List<String>> rows = rows(form("2024"));
        List<String> issued = rows.stream()
                .filter(r -> r.get(0).equals("health-camps/issued"))
                .findFirst()
                .orElseThrow();
        assertEquals("13", issued.get(1));
        assertTrue(rows.stream().anyMatch(r -> r.get(0).equals("return/2024/" + REGION)));
        byte[] file = filled(
                "2024",
                Map.of(
                        "health-camps/issued", "1 250",
                        "health-camps/spent/local-budget", "2500000,5",
                        "health-camps/text/ru", "=Путёвки выданы"));
        ArchiveFiles.Brought tried = bring(file, true);
        assertFalse(tried.stored());
        assertEquals(3, tried.changes().size());
        assertEquals(
                Archive.State.NOT_ENTERED,
                node.archive.open(COORDINATOR, "2024", REGION).state());
        assertTrue(bring(file, false).stored());
        ArchiveEntry entry = node.archive.open(COORDINATOR, "2024", REGION).of("health-camps");
        assertEquals(
                Optional.of(new BigDecimal("1250")),
                entry.figures().get("issued").value());
        assertEquals("=Путёвки выданы", entry.ru());
        assertEquals(
                Optional.of(new ArchiveEntry.File("отчёт.xlsx", tried.sha256())),
                entry.source().orElseThrow().file());
        ArchiveEntry.Source told = node.archive
                .open(Node.user("analyst", Role.ANALYST, "23"), "2024", REGION)
                .of("health-camps")
                .source()
                .orElseThrow();
        assertEquals(
                Optional.of(new ArchiveEntry.File("отчёт.xlsx", "")),
                told.file(),
                "a hash would let few persons be found out by trying");
        ArchiveFiles.Brought again = bring(file, false);
        assertFalse(again.stored());
        assertEquals(List.of(), again.changes());
        assertEquals(
                1,
                node.archive
                        .history(COORDINATOR, "2024", REGION, "health-camps")
                        .size());
    }

    @Test
    void a_form_holds_what_was_entered_and_brought_back_as_it_is_changes_nothing() throws IOException {
        bring(filled("2024", Map.of("statistics/gifted-change", "-12", "statistics/gifted-share", "8,5")), false);
        byte[] form = form("2024");
        assertTrue(rows(form).stream()
                .anyMatch(r ->
                        r.get(0).equals("statistics/gifted-change") && r.get(5).equals("-12")));
        assertFalse(bring(form, false).stored());
    }

    @Test
    void an_empty_cell_leaves_what_is_there() throws IOException {
        bring(filled("2024", Map.of("health-camps/issued", "5", "health-camps/quota", "9")), false);
        bring(filled("2024", Map.of("health-camps/issued", "", "health-camps/quota", "10")), false);
        ArchiveEntry entry = node.archive.open(COORDINATOR, "2024", REGION).of("health-camps");
        assertEquals(
                Optional.of(new BigDecimal("5")), entry.figures().get("issued").value());
        assertEquals(
                Optional.of(new BigDecimal("10")), entry.figures().get("quota").value());
    }

    @Test
    void every_cell_that_cannot_be_is_named_with_its_row_and_nothing_is_stored() throws IOException {
        List<List<String>> rows = rows(form("2024"));
        int line = 1
                + rows.indexOf(rows.stream()
                        .filter(r -> r.get(0).equals("health-camps/issued"))
                        .findFirst()
                        .orElseThrow());
        Problem wrong = refused(filled(
                "2024", Map.of("health-camps/issued", "көп", "health-camps/quota", "-1", "statistics/gifted", "7")));
        assertEquals(2, wrong.fields().size());
        Problem.FieldError first = wrong.fields().get(0);
        assertEquals("2024!F" + line, first.field());
        assertEquals(
                "«көп» сәйкес емес. Бүтін сан жазыңыз, мысалы 125.", node.texts.text(Language.KK, first.message()));
    }

    @Test
    void the_form_of_another_year_and_files_that_are_no_form_are_refused() throws IOException {
        Problem other = refused(filled("2023", Map.of("health-camps/issued", "5")));
        assertEquals("archive.file.other", other.fields().get(0).message().key());
        byte[] list = "ЖСН;Тегі\n1;Ахметов\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "archive.file.none", refused(list).fields().get(0).message().key());
        assertEquals(
                Problem.Kind.TOO_LARGE,
                refused(new byte[ArchiveFiles.LARGEST + 1]).kind());
        for (byte[] hostile : List.of(new byte[0], "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), climbing())) {
            Problem.Kind kind = refused(hostile).kind();
            assertTrue(kind == Problem.Kind.INVALID || kind == Problem.Kind.UNSUPPORTED, kind::toString);
        }
    }

    private static byte[] climbing() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "../../evil.sh")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<a/>".getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void whoever_may_not_enter_the_return_gets_no_form_and_brings_none() throws IOException {
        byte[] file = filled("2024", Map.of("health-camps/issued", "5"));
        for (Role role : List.of(Role.ANALYST, Role.APPROVER, Role.AUDITOR)) {
            User reader = Node.user("reader", role, "23");
            assertForbidden(() -> node.archiveFiles.template(reader, "2024", REGION, Language.KK));
            assertForbidden(() ->
                    node.archiveFiles.bring(reader, "2024", REGION, "a.xlsx", new ByteArrayInputStream(file), true));
        }
        User elsewhere = Node.user("other", Role.COORDINATOR, "10");
        Problem hidden =
                assertThrows(Problem.class, () -> node.archiveFiles.template(elsewhere, "2024", REGION, Language.KK));
        assertEquals(Problem.Kind.NOT_FOUND, hidden.kind());
    }

    private static void assertForbidden(org.junit.jupiter.api.function.Executable act) {
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Problem.class, act).kind());
    }

    @Test
    void on_the_page_a_wrong_file_is_told_cell_by_cell_and_a_wrong_value_stays_as_it_was_typed() throws IOException {
        Words words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        Caller caller = new Caller(COORDINATOR, Language.EN);
        ArchivePages pages = new ArchivePages(node.archive, node.archiveEntries, node.archiveFiles);
        byte[] file = filled("2024", Map.of("health-camps/issued", "many"));
        FormInput upload = new FormInput(
                Map.of(), Map.of("file", new FormInput.Upload("return.xlsx", new ByteArrayInputStream(file))));
        var refused = pages.bring(caller, words, "2024", REGION, upload);
        assertEquals(400, refused.getStatus());
        String told = refused.getEntity().toString();
        assertTrue(told.contains("“many” does not fit. Write a whole number"), told);
        var again = pages.enter(
                caller,
                words,
                "2024",
                REGION,
                "health-camps",
                ReportPagesTest.form("version", "0", "figures.issued", "дюжина", "figures.quota", "9", "kk", "Мәтін"));
        assertEquals(400, again.getStatus());
        String form = again.getEntity().toString();
        assertTrue(form.contains("дюжина") && form.contains("Мәтін"), form);
        assertEquals(
                "/archive/2024/230000000/measures/health-camps?done=page.archive.saved",
                pages.enter(
                                caller,
                                words,
                                "2024",
                                REGION,
                                "health-camps",
                                ReportPagesTest.form("version", "0", "figures.issued", "12"))
                        .getLocation()
                        .toString());
        String reader = pages.measure(
                        new Caller(Node.user(Role.ANALYST, "23"), Language.EN), words, "2024", REGION, "health-camps")
                .toString();
        assertFalse(reader.contains("Save what is entered"), reader);
        assertTrue(reader.contains("aigul"), "whoever reads it sees who entered it: " + reader);
    }
}
