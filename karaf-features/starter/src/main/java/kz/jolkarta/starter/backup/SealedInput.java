package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;

/** Opens a sealed file chunk by chunk. Whoever reads it to its end knows that it is whole and unchanged; nothing that is not authentic is given out. */
final class SealedInput extends InputStream {
    private final InputStream in;
    private final Path file;
    private final Seal seal;
    private byte[] plain = {};
    private int at;
    private byte[] next;
    private long number;

    /** @throws Refused when it is no backup, of a newer format, or sealed with another key */
    SealedInput(InputStream in, Path file, BackupKey key) throws IOException {
        this.in = in;
        this.file = file;
        byte[] header = in.readNBytes(Seal.HEADER);
        if (!Arrays.equals(Arrays.copyOf(header, Seal.MARK.length), Seal.MARK)) {
            throw new Refused("backup_foreign", file);
        }
        if (header.length < Seal.HEADER) {
            throw damaged();
        }
        ByteBuffer parts = ByteBuffer.wrap(header, Seal.MARK.length, Seal.HEADER - Seal.MARK.length);
        int format = parts.getInt();
        if (format != Seal.FORMAT) {
            throw new Refused("backup_format", file, Integer.toUnsignedString(format), Seal.FORMAT);
        }
        byte[] id = new byte[BackupKey.ID_BYTES];
        parts.get(id);
        if (!Arrays.equals(id, key.idBytes())) {
            throw new Refused("backup_wrong_key", file, HexFormat.of().formatHex(id), key.id());
        }
        byte[] salt = new byte[Seal.SALT];
        parts.get(salt);
        this.seal = new Seal(key.of(salt, header));
        this.next = in.readNBytes(Seal.CHUNK + Seal.TAG);
    }

    /** The refusal of a file that is not as it was written. */
    Refused damaged() {
        return new Refused("backup_damaged", file);
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, offset, part);
        at += part;
        return part;
    }

    private boolean fill() throws IOException {
        while (at == plain.length) {
            if (next.length == 0) {
                if (number == 0) {
                    throw damaged();
                }
                return false;
            }
            byte[] sealed = next;
            next = in.readNBytes(Seal.CHUNK + Seal.TAG);
            try {
                plain = seal.open(number++, next.length == 0, sealed, sealed.length);
            } catch (AEADBadTagException changed) {
                throw damaged();
            }
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
