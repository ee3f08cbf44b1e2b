package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@BothEngines(Node.Registry.class)
class ReportAttachmentsTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User ANALYST = Node.user(Role.ANALYST, "23");
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");
    private static final byte[] PDF = "%PDF-1.7 photo report".getBytes(StandardCharsets.US_ASCII);

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
        node.children(7, 1, Node.VILLAGE, "SPORT");
        List.of("technoparks", "health-camps", "information-support")
                .forEach(measure -> node.written.write(
                        COORDINATOR,
                        "2025",
                        "23",
                        new ReportTexts.TextInput(measure, "Болмады", "Не было"),
                        OptionalInt.empty()));
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private static ReportAttachments.Added file(String name, byte[] content) {
        return new ReportAttachments.Added("technoparks", "Бұйрық", "Приказ", name, content, true);
    }

    private ReportAttachment add(String name) {
        return node.attachments.add(COORDINATOR, "2025", "23", file(name, PDF));
    }

    private List<String> names() {
        return node.attachments.list(COORDINATOR, "2025", "23").stream()
                .map(ReportAttachment::name)
                .toList();
    }

    private Submission submit() {
        return node.handIn(COORDINATOR, APPROVER, "2025", "23");
    }

    private Problem refused(Executable act) {
        return assertThrows(Problem.class, act);
    }

    @Test
    void a_file_is_named_with_its_hash_in_what_is_signed_for_either_reader() {
        ReportAttachment made = add("buiryq.pdf");
        submit();
        for (User reader : List.of(APPROVER, ANALYST)) {
            Submission one = node.submissions.one(reader, "2025", "23", 1);
            assertEquals(List.of(made), node.revisions.snapshot(reader, one).attachments());
        }
        String content = new String(node.submissions.content(APPROVER, "2025", "23", 1), StandardCharsets.UTF_8);
        assertTrue(content.contains("\"sha256\":\"" + Sha256.of(PDF) + "\""), content);
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(ANALYST, "2025", "23", 1).state());
    }

    @Test
    void a_changed_byte_and_a_lost_file_are_found() {
        add("buiryq.pdf");
        submit();
        byte[] other = PDF.clone();
        other[other.length - 1]++;
        node.change("update report_attachment set content = :content", Map.of("content", other));
        Verification found = node.verifier.verify(APPROVER, "2025", "23", 1);
        assertEquals(Verification.State.DAMAGED, found.state());
        assertEquals(
                List.of(new Verification.Flaw(Verification.Kind.ATTACHMENT, "technoparks", "buiryq.pdf")),
                found.flaws());
        node.change("delete from report_attachment_named", Map.of());
        node.change("delete from report_attachment", Map.of());
        assertEquals(
                Verification.State.DAMAGED,
                node.verifier.verify(APPROVER, "2025", "23", 1).state());
    }

    @Test
    void a_report_without_files_is_as_it_was_before_reports_had_files() {
        submit();
        Snapshot kept =
                new Snapshot(new String(node.submissions.content(APPROVER, "2025", "23", 1), StandardCharsets.UTF_8));
        assertFalse(kept.json().contains("attachments"));
        assertEquals(List.of(), kept.attachments());
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(APPROVER, "2025", "23", 1).state());
    }

    @Test
    void files_change_only_while_the_report_is_not_handed_in_and_again_once_it_is_given_back() {
        ReportAttachment first = add("a.pdf");
        ReportAttachment draft = add("b.pdf");
        node.attachments.remove(COORDINATOR, "2025", "23", draft.id());
        assertEquals(0, count("where id = " + draft.id()), "no revision names it");
        submit();
        assertEquals(
                "report.attachment.handed-in",
                refused(() -> add("c.pdf")).message().key());
        Problem kept = refused(() -> node.attachments.remove(COORDINATOR, "2025", "23", first.id()));
        assertEquals(Problem.Kind.CONFLICT, kept.kind());
        node.verdicts.giveBack(MINISTRY, "2025", "23", 1, Remarks.of("Замените приказ", Map.of()));
        node.attachments.remove(COORDINATOR, "2025", "23", first.id());
        add("c.pdf");
        assertEquals(List.of("c.pdf"), names());
        assertArrayEquals(
                PDF,
                node.attachments.open(APPROVER, "2025", "23", 1, first.id()).content(),
                "the first revision keeps what it names");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                refused(() -> node.attachments.open(APPROVER, "2025", "23", first.id()))
                        .kind());
        submit();
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(APPROVER, "2025", "23", 1).state());
        assertEquals(
                Verification.State.WHOLE,
                node.verifier.verify(APPROVER, "2025", "23", 2).state());
    }

    private long count(String where) {
        return node.database.read(tx -> tx.number("select count(*) from report_attachment " + where, Map.of()));
    }

    @Test
    void a_file_that_came_after_the_preparation_has_to_be_prepared_anew() {
        node.submissions.prepare(COORDINATOR, "2025", "23");
        add("a.pdf");
        assertEquals(
                "report.submit.not-prepared",
                refused(() -> node.submissions.submit(APPROVER, "2025", "23"))
                        .message()
                        .key());
    }

    @Test
    void each_act_asks_for_its_right_over_the_region_and_is_noted() {
        ReportAttachment made = add("a.pdf");
        assertEquals(1, node.attachments.list(ANALYST, "2025", "23").size(), "names are for every reader");
        for (User user : List.of(ANALYST, APPROVER, MINISTRY)) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    refused(() -> node.attachments.add(user, "2025", "23", file("x.pdf", PDF)))
                            .kind());
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    refused(() -> node.attachments.remove(user, "2025", "23", made.id()))
                            .kind());
        }
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> node.attachments.open(ANALYST, "2025", "23", made.id()))
                        .kind());
        User elsewhere = Node.user(Role.COORDINATOR, "61");
        for (Executable act : List.<Executable>of(
                () -> node.attachments.list(elsewhere, "2025", "23"),
                () -> node.attachments.add(elsewhere, "2025", "23", file("x.pdf", PDF)),
                () -> node.attachments.open(elsewhere, "2025", "23", made.id()),
                () -> node.attachments.remove(elsewhere, "2025", "23", made.id()))) {
            assertEquals(Problem.Kind.NOT_FOUND, refused(act).kind());
        }
        submit();
        assertEquals(
                Problem.Kind.FORBIDDEN,
                refused(() -> node.attachments.open(ANALYST, "2025", "23", 1, made.id()))
                        .kind());
        node.audited.clear();
        assertArrayEquals(
                PDF, node.attachments.open(MINISTRY, "2025", "23", 1, made.id()).content());
        assertTrue(node.audited.get(0).detail().contains("attachment " + made.id()));
    }

    @Test
    void what_is_no_paper_or_an_identity_document_or_has_no_title_is_refused_and_nothing_is_kept() {
        assertEquals(
                Problem.Kind.UNSUPPORTED,
                refused(() -> node.attachments.add(COORDINATOR, "2025", "23", file("a.pdf", new byte[] {1, 2})))
                        .kind());
        Problem text = refused(() -> node.attachments.add(
                COORDINATOR, "2025", "23", file("a.txt", "text".getBytes(StandardCharsets.UTF_8))));
        assertEquals(Problem.Kind.UNSUPPORTED, text.kind());
        assertEquals("report.attachment.kind", text.message().key());
        byte[] large = Arrays.copyOf(PDF, KeptFile.MOST_BYTES + 1);
        assertEquals(
                Problem.Kind.TOO_LARGE,
                refused(() -> node.attachments.add(COORDINATOR, "2025", "23", file("a.pdf", large)))
                        .kind());
        assertEquals("file", field(file("паспорт Ахметов.pdf", PDF)));
        assertEquals(
                "noIdentityDocument",
                field(new ReportAttachments.Added("technoparks", "Бұйрық", "Приказ", "a.pdf", PDF, false)));
        assertEquals("ru", field(new ReportAttachments.Added("technoparks", "Бұйрық", " ", "a.pdf", PDF, true)));
        assertEquals("kk", field(new ReportAttachments.Added("technoparks", "ұ".repeat(301), "x", "a.pdf", PDF, true)));
        assertEquals("measure", field(new ReportAttachments.Added("nothing", "Б", "П", "a.pdf", PDF, true)));
        assertEquals(0, count(""));
    }

    private String field(ReportAttachments.Added added) {
        return refused(() -> node.attachments.add(COORDINATOR, "2025", "23", added))
                .fields()
                .get(0)
                .field();
    }

    @Test
    void the_paper_lists_the_files_by_name_and_a_revision_those_it_was_handed_in_with() {
        add("a.pdf");
        submit();
        Submission one = node.submissions.one(APPROVER, "2025", "23", 1);
        Words words = new LocaleWording(node.texts, node.clock).in(Language.RU);
        PaperNames names =
                new PaperNames(words, node.texts, node.reports.area(APPROVER, "23", node.reports.period("2025")));
        Printed printed = Printed.of(node.revisions.snapshot(APPROVER, one), Optional.of(one), one.submittedAt());
        Paper paper = RegionPaper.of(names, printed);
        assertTrue(paper.blocks().stream()
                .anyMatch(b -> b instanceof Paper.Heading h && h.text().endsWith("Приложение")));
        assertTrue(paper.blocks().stream()
                .anyMatch(b -> b instanceof Paper.Table t
                        && t.rows().stream().anyMatch(r -> r.contains("Приказ") && r.contains("a.pdf"))));
    }

    @Test
    void the_workbook_names_each_file_with_its_hash_and_who_added_it() throws IOException {
        add("a.pdf");
        ReportAttachment file = node.attachments.list(COORDINATOR, "2025", "23").get(0);
        submit();
        for (Language language : Language.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            node.papers
                    .region(APPROVER, "2025", "23", OptionalInt.of(1), PaperFormat.XLSX, language)
                    .content()
                    .accept(out);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                XSSFSheet sheet = book.getSheetAt(20);
                assertEquals(node.texts.text(language, "page.report.attachments"), sheet.getSheetName());
                XSSFRow row = sheet.getRow(1);
                assertEquals(8, row.getCell(0).getNumericCellValue());
                assertEquals(
                        language == Language.KK ? "Бұйрық" : "Приказ",
                        row.getCell(2).getStringCellValue());
                assertEquals("a.pdf", row.getCell(3).getStringCellValue());
                assertEquals(PDF.length, row.getCell(4).getNumericCellValue());
                assertEquals(file.sha256(), row.getCell(5).getStringCellValue());
                assertEquals(
                        LocalDate.of(2026, 3, 1),
                        row.getCell(6).getLocalDateTimeCellValue().toLocalDate());
                assertEquals(COORDINATOR.login(), row.getCell(7).getStringCellValue());
            }
        }
    }

    @Test
    void the_row_of_the_measure_takes_a_file_and_says_what_is_wrong_beside_its_field() {
        Words words = new LocaleWording(node.texts, node.clock).in(Language.EN);
        AttachmentPages pages = new AttachmentPages(node.attachments);
        Caller caller = new Caller(COORDINATOR, Language.EN);
        View wrong = (View) pages.add(caller, words, "2025", "23", "technoparks", form("a.exe"))
                .getEntity();
        assertTrue(wrong.toString().contains("A PDF, DOCX, XLSX, JPEG or PNG file is needed"), wrong.toString());
        assertEquals(
                303,
                pages.add(caller, words, "2025", "23", "technoparks", form("a.pdf"))
                        .getStatus());
        String row = row(words, COORDINATOR, true);
        long id = node.attachments.list(COORDINATOR, "2025", "23").get(0).id();
        assertTrue(row.contains("/api/reports/2025/230000000/attachments/" + id), row);
        assertTrue(row.contains("attachments/" + id + "/removal"), row);
        assertFalse(row(words, ANALYST, false).contains("/api/reports/2025/230000000/attachments/"), "a name, no link");
        assertTrue(pages.removal(caller, words, "2025", "23", id).toString().contains("a.pdf"));
        pages.remove(caller, "2025", "23", id);
        assertEquals(List.of(), names());
    }

    private String row(Words words, User user, boolean writes) {
        ReportBook book = node.books.open(user, Language.EN, "2025", "23");
        MeasureReport row = book.report().measures().stream()
                .filter(m -> m.code().equals("technoparks"))
                .findFirst()
                .orElseThrow();
        boolean opens = ReportAttachments.mayOpen(user, Node.ATYRAU);
        return new ReportRows(words, book, writes, opens, Map.of()).opened(row).toString();
    }

    private static FormInput form(String name) {
        return new FormInput(
                Map.of("kk", List.of("Бұйрық"), "ru", List.of("Приказ"), "noIdentityDocument", List.of("true")),
                Map.of("file", new FormInput.Upload(name, new ByteArrayInputStream(PDF))));
    }
}
