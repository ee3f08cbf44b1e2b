package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeKeyTest {
    private static final byte[] REPORT = "{\"year\":2025}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @Test
    void the_key_is_made_once_and_its_file_is_for_the_owner_alone() throws IOException {
        NodeKey first = new NodeKey(data.resolve("new"));
        Path file = data.resolve("new").resolve(NodeKey.FILE);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        NodeKey again = new NodeKey(data.resolve("new"));
        assertEquals(first.id(), again.id());
        assertTrue(NodeKey.verify(again.open(), REPORT, first.sign(REPORT)));
        assertTrue(Files.readString(file).contains(first.pem()), "the public key stands beside the private one");
    }

    @Test
    void a_signature_is_of_these_bytes_and_of_this_key() {
        NodeKey key = new NodeKey(data.resolve("one"));
        NodeKey other = new NodeKey(data.resolve("other"));
        String signature = key.sign(REPORT);
        assertTrue(NodeKey.verify(key.open(), REPORT, signature));
        byte[] changed = REPORT.clone();
        changed[9]++;
        assertFalse(NodeKey.verify(key.open(), changed, signature));
        assertFalse(NodeKey.verify(other.open(), REPORT, signature));
        assertFalse(NodeKey.verify(key.open(), REPORT, "no signature"));
        assertNotEquals(key.id(), other.id());
        assertEquals(16, key.id().length());
    }

    @Test
    void a_damaged_file_is_not_replaced_in_silence() throws IOException {
        NodeKey key = new NodeKey(data.resolve("one"));
        NodeKey other = new NodeKey(data.resolve("other"));
        Path file = data.resolve("one").resolve(NodeKey.FILE);
        String mixed = Files.readString(file).replace(key.pem(), other.pem());
        Files.writeString(file, mixed);
        assertThrows(IllegalStateException.class, () -> new NodeKey(data.resolve("one")));
        Files.writeString(file, "");
        assertThrows(IllegalStateException.class, () -> new NodeKey(data.resolve("one")));
    }
}
