package kz.jolkarta.registry.attachments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
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
        Attachment kept = attachments.add(coordinator, owner, "C:\\Құжат\\Хаттама № 1.pdf", PDF);
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
        Attachment kept = attachments.add(coordinator, owner, "a.pdf", PDF);
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.open(stranger, kept.id()));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.list(stranger, owner));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> attachments.add(stranger, owner, "a.pdf", PDF));
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
        assertTrue(attachments
                .add(coordinator, owner, "a.docx", zip("[Content_Types].xml", "word/document.xml"))
                .mediaType()
                .endsWith("wordprocessingml.document"));
        assertEquals(
                "text/plain; charset=utf-8",
                attachments.add(coordinator, owner, "a.txt", page).mediaType());
    }

    private void refused(Owner owner, String name, byte[] content) {
        Refusal.of(Kind.UNSUPPORTED, "attachment.kind", () -> attachments.add(coordinator, owner, name, content));
    }

    @Test
    void tooLargeAFileIsRefused() {
        Owner owner = new Owner(Owner.Kind.CHILD, world.child(RecordWorld.VILLAGE));
        Refusal.of(
                Kind.TOO_LARGE,
                "attachment.too-large",
                () -> attachments.add(coordinator, owner, "a.txt", new byte[Attachments.MOST_BYTES + 1]));
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
}
