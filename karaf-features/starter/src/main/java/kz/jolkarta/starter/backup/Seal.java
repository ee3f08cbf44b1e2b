package kz.jolkarta.starter.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * How a backup is sealed: a header of 60 bytes (mark, format, id of the key, salt), then chunks of 64 KiB, each AES-256-GCM by itself. The nonce of a chunk is
 * its number and whether it is the last one, so that a chunk that is changed, missing, doubled or moved, and a file that ends early, do not open.
 */
final class Seal {
    static final byte[] MARK = "JOLKARTA-BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    static final int FORMAT = 1;
    static final int SALT = 32;
    static final int HEADER = MARK.length + Integer.BYTES + BackupKey.ID_BYTES + SALT;
    static final int CHUNK = 65_536;
    static final int TAG = 16;

    private static final int NONCE = 12;

    private final Cipher cipher;
    private final SecretKey key;

    Seal(SecretKey key) {
        this.key = key;
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has AES/GCM", missing);
        }
    }

    static byte[] header(BackupKey key, byte[] salt) {
        return ByteBuffer.allocate(HEADER)
                .put(MARK)
                .putInt(FORMAT)
                .put(key.idBytes())
                .put(salt)
                .array();
    }

    byte[] close(long number, boolean last, byte[] plain, int length) {
        try {
            return run(Cipher.ENCRYPT_MODE, number, last, plain, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws AEADBadTagException when it is not this very chunk */
    byte[] open(long number, boolean last, byte[] sealed, int length) throws AEADBadTagException {
        if (length < TAG) {
            throw new AEADBadTagException("too short for a chunk");
        }
        try {
            return run(Cipher.DECRYPT_MODE, number, last, sealed, length);
        } catch (AEADBadTagException changed) {
            throw changed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] run(int mode, long number, boolean last, byte[] bytes, int length) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putLong(number).putInt(last ? 1 : 0).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher.doFinal(bytes, 0, length);
    }
}
