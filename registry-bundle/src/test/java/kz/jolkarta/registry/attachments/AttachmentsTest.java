package kz.jolkarta.registry.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.FileName;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class AttachmentsTest {
    private static final byte[] PDF = "%PDF-1.7\nхаттама".getBytes(StandardCharsets.UTF_8);

    private final RecordWorld world;
    private final Attachments attachments;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    AttachmentsTest(TestDatabase database) {
        world = new RecordWorld(database);
        attachments = new Attachments(world.ledger);
    }

    /** A file with the word that it is no identity document. */
    private static Upload file(String name, byte[] content) {
        return new Upload(name, content, ContentKind.DIPLOMA, true);
    }

    private Attachment add(Owner owner, String name, byte[] content) {
        return attachments.add(coordinator, owner, file(name, content));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileComesBackAsItWasAndIsGoneWhenRemoved() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        Attachment kept = add(owner, "C:\\Құжат\\Хаттама № 1.pdf", PDF);
        assertEquals("Хаттама № 1.pdf", kept.name());
        assertEquals(
                List.of(kept.id()),
                attachments.list(coordinator, owner).stream()
                        .map(Attachment::id)
                        .toList());
        world.audited.clear();
        assertArrayEquals(PDF, attachments.open(coordinator, kept.id()).bytes());
        assertEquals(Action.READ, world.audited.get(0).action());
        attachments.remove(coordinator, kept.id());
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.open(coordinator, kept.id()));
    }

    @Test
    void anotherRegionsFileIsUnknown() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        Attachment kept = add(owner, "a.pdf", PDF);
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.open(stranger, kept.id()));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.list(stranger, owner));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.add(stranger, owner, file("a.pdf", PDF)));
    }

    @Test
    void theContentDecidesWhatAFileIs() throws IOException {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        refused(owner, "a.html", page);
        refused(owner, "a.pdf", page);
        refused(owner, "a.exe", new byte[] {'M', 'Z', 0, 1});
        refused(owner, "a.docx", zip("readme.txt"));
        refused(owner, "a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"));
        refused(owner, "a.txt", new byte[] {'a', 0, 'b'});
        assertTrue(add(owner, "a.docx", zip("[Content_Types].xml", "word/document.xml"))
                .mediaType()
                .endsWith("wordprocessingml.document"));
        assertEquals("text/plain; charset=utf-8", add(owner, "a.txt", page).mediaType());
    }

    private void refused(Owner owner, String name, byte[] content) {
        Refusal.of(Kind.UNSUPPORTED, "attachment.kind", () -> add(owner, name, content));
    }

    @Test
    void tooLargeAFileIsRefused() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        Refusal.of(
                Kind.TOO_LARGE,
                "attachment.too-large",
                () -> add(owner, "a.txt", new byte[Attachments.MOST_BYTES + 1]));
    }

    @Test
    void namesAreMadeSafeToSendBack() {
        assertEquals("passwd", FileName.of("../../etc/passwd"));
        assertEquals("a_b_.pdf", FileName.of("a\r\nb\".pdf".replace("\r\n", "\n")));
        String latin = new String("Құжат.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("Құжат.pdf", FileName.of(latin));
        assertEquals(
                "attachment; filename=\"____.pdf\"; filename*=UTF-8''%D2%9A%D2%B1%D0%B6%D0%B0.pdf",
                FileName.disposition("Құжа.pdf"));
    }

    @Test
    void aFileSaysWhatItIsAndIsOtherWhenNothingIsSaid() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        add(owner, "a.pdf", PDF);
        attachments.add(coordinator, owner, new Upload("b.pdf", PDF, null, true));
        assertEquals(
                List.of(ContentKind.DIPLOMA, ContentKind.OTHER),
                attachments.list(coordinator, owner).stream()
                        .map(Attachment::content)
                        .toList());
    }

    @Test
    void anOldFileOfNoKindStays() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        long id = add(owner, "a.pdf", PDF).id();
        world.database.run(tx -> tx.update(
                "update attachment set content_kind = null, name = 'паспорт.pdf' where id = :id", Map.of("id", id)));
        assertNull(attachments.list(coordinator, owner).get(0).content());
        assertArrayEquals(PDF, attachments.open(coordinator, id).bytes());
    }

    @Test
    void aCopyOfAnIdentityDocumentIsRefusedByItsNameInEveryLanguage() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        for (String name : List.of(
                "Паспорт.pdf",
                "копия_паспорта Иванов.pdf",
                "Удостоверение личности.pdf",
                "удостоверения-личности_мамы.pdf",
                "уд.личности.pdf",
                "Жеке куәлік.pdf",
                "жеке_куәлігі.pdf",
                "жеке куалик.pdf",
                "Туу туралы куәлік.pdf",
                "туу_туралы_куәлігінің көшірмесі.pdf",
                "Свидетельство о рождении.pdf",
                "scan ID-card.pdf",
                "my passport.pdf")) {
            Refusal.of(Kind.INVALID, "attachment.identity", () -> add(owner, name, PDF));
        }
        assertEquals(List.of(), attachments.list(coordinator, owner));
    }

    @Test
    void aDiplomaIsNoIdentityDocumentWhateverItIsCalled() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        for (String name : List.of(
                "Свидетельство участника.pdf",
                "Куәлік олимпиада.pdf",
                "Удостоверение спортсмена.pdf",
                "паспарту рамки.pdf",
                "candidcard.pdf")) {
            assertEquals(name, add(owner, name, PDF).name());
        }
    }

    @Test
    void forAChildsRecordTheUserGivesTheWordThatItIsNoIdentityDocument() {
        long child = world.child(RecordWorld.VILLAGE);
        Upload silent = new Upload("a.pdf", PDF, ContentKind.GROUND, false);
        Owner owner = new Owner(Owner.Kind.CHILD, child);
        Problem refused =
                Refusal.of(Kind.INVALID, "attachment.identity-word", () -> attachments.add(coordinator, owner, silent));
        assertEquals("noIdentityDocument", refused.fields().get(0).field());

        long activity = activity();
        Owner of = new Owner(Owner.Kind.ACTIVITY, activity);
        attachments.add(coordinator, of, silent);
        world.database.run(tx -> tx.update(
                "insert into participation (id, activity_id, child_id, state, applied_at) values (:id, :activity, :child, 'APPLIED', :at)",
                Map.of("id", world.database.nextId(), "activity", activity, "child", child, "at", world.clock.now())));
        Refusal.of(Kind.INVALID, "attachment.identity-word", () -> attachments.add(coordinator, of, silent));
    }

    private long activity() {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into activity (id, measure, type, title, territory, starts, ends, created_by, created_at)"
                        + " values (:id, 'm', 't', 'x', :territory, :day, :day, 1, :at)",
                Map.of("id", id, "territory", RecordWorld.VILLAGE, "day", RecordWorld.TODAY, "at", world.clock.now())));
        return id;
    }
}
