package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of backups: 32 random bytes in a file that its owner alone may read. Of each backup another key is derived, so that no two share a nonce. */
public final class BackupKey {
    static final int ID_BYTES = 8;

    private static final int BYTES = 32;
    private static final String BEGIN = "jolkarta-backup-key-1:";
    private static final Pattern LINE = Pattern.compile(BEGIN + "([A-Za-z0-9+/]{43}=)\\s*");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final byte[] secret;

    private BackupKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Makes a key and writes it, mode 0600.
     *
     * @throws Refused when there is a file already: a key that is gone takes its backups along
     */
    public static BackupKey make(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String line = BEGIN + Base64.getEncoder().encodeToString(secret) + "\n";
        try {
            Disk.writeNew(file, line.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException there) {
            throw new Refused("backup_key_exists", file);
        } catch (NoSuchFileException | AccessDeniedException closed) {
            throw new Refused("backup_no_folder", file.toAbsolutePath().getParent());
        }
        return new BackupKey(secret);
    }

    /** @throws Refused when it cannot be read, is open to others or is no key */
    static BackupKey read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused("backup_key_unreadable", file);
        }
        if (Disk.posix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new Refused("backup_key_open", file, file);
        }
        Matcher line = LINE.matcher(
                Files.size(file) > 200 ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        if (!line.matches()) {
            throw new Refused("backup_key_wrong", file);
        }
        return new BackupKey(Base64.getDecoder().decode(line.group(1)));
    }

    /** Tells this key from others and nothing about it: 8 bytes. */
    byte[] idBytes() {
        return java.util.Arrays.copyOf(hmac(secret, "jolkarta backup key id"), ID_BYTES);
    }

    /** The same in 16 hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    /** The key of one file (AES-256), by HKDF (RFC 5869) with its random salt and its whole header, so that a changed header gives another key. */
    SecretKey of(byte[] salt, byte[] header) {
        byte[] info = java.util.Arrays.copyOf(header, header.length + 1);
        info[header.length] = 1;
        return new SecretKeySpec(hmac(hmac(salt, secret), info), "AES");
    }

    private static byte[] hmac(byte[] key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }
}
