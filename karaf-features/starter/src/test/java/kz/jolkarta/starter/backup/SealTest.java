package kz.jolkarta.starter.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final int SEALED = Seal.CHUNK + Seal.TAG;

    @TempDir
    Path folder;

    private BackupKey key;

    @BeforeEach
    void make() throws IOException {
        key = BackupKey.make(folder.resolve("backup.key"));
    }

    private byte[] sealed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SealedOutput sealing = new SealedOutput(out, key);
        sealing.write(plain);
        sealing.finish();
        return out.toByteArray();
    }

    private byte[] opened(byte[] sealed) throws IOException {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(sealed), Path.of("x.backup"), key)) {
            return in.readAllBytes();
        }
    }

    private void refused(byte[] sealed, String... codes) {
        String code = assertThrows(Refused.class, () -> opened(sealed)).getMessage();
        assertEquals(true, List.of(codes).contains(code), code);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Seal.CHUNK - 1, Seal.CHUNK, Seal.CHUNK + 1, 2 * Seal.CHUNK, 200_000})
    void whatIsSealedOpensAndIsNowhereInTheFile(int length) throws IOException {
        byte[] plain = random(length);
        byte[] sealed = sealed(plain);
        assertArrayEquals(plain, opened(sealed));
        int chunks = Math.max(1, (length + Seal.CHUNK - 1) / Seal.CHUNK);
        assertEquals(Seal.HEADER + length + chunks * Seal.TAG, sealed.length);
        if (length >= 16) {
            String all = new String(sealed, StandardCharsets.ISO_8859_1);
            assertFalse(all.contains(new String(plain, 0, 16, StandardCharsets.ISO_8859_1)));
        }
        assertFalse(Arrays.equals(sealed, sealed(plain)), "each file has a key of its own");
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        byte[] sealed = sealed(random(300));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused(flipped, "backup_foreign", "backup_format", "backup_wrong_key", "backup_damaged");
        }
    }

    @Test
    void everyShorterAndLongerFileIsFound() throws IOException {
        byte[] sealed = sealed(random(2 * Seal.CHUNK + 10));
        for (int length = 0; length < sealed.length; length += length < 200 ? 1 : 997) {
            refused(Arrays.copyOf(sealed, length), "backup_foreign", "backup_damaged");
        }
        refused(Arrays.copyOf(sealed, Seal.HEADER + SEALED), "backup_damaged");
        refused(Arrays.copyOf(sealed, Seal.HEADER + 2 * SEALED), "backup_damaged");
        refused(Arrays.copyOf(sealed, sealed.length + 1), "backup_damaged");
    }

    @Test
    void chunksThatChangePlacesAreFound() throws IOException {
        byte[] sealed = sealed(random(3 * Seal.CHUNK));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, Seal.HEADER, swapped, Seal.HEADER + SEALED, SEALED);
        System.arraycopy(sealed, Seal.HEADER + SEALED, swapped, Seal.HEADER, SEALED);
        refused(swapped, "backup_damaged");
    }

    @Test
    void anotherKeyIsToldFromDamage() throws IOException {
        byte[] sealed = sealed(random(10));
        key = BackupKey.make(folder.resolve("other.key"));
        refused(sealed, "backup_wrong_key");
    }

    @Test
    void aKeyIsForItsOwnerOnlyAndIsNeverOverwritten() throws IOException {
        Path file = folder.resolve("backup.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(key.id(), BackupKey.read(file).id());
        assertEquals("backup_key_exists", code(() -> BackupKey.make(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals("backup_key_open", code(() -> BackupKey.read(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        BackupKey.read(file);
        assertEquals("backup_key_unreadable", code(() -> BackupKey.read(folder)));
        for (String wrong : List.of("", "password", "jolkarta-backup-key-1:AAAA", "x".repeat(1000))) {
            Path none = folder.resolve("none.key");
            Files.deleteIfExists(none);
            Disk.writeNew(none, wrong.getBytes(StandardCharsets.UTF_8));
            assertEquals("backup_key_wrong", code(() -> BackupKey.read(none)));
        }
    }

    private static String code(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(Refused.class, what).getMessage();
    }
}
