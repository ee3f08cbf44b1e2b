package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Seals what is written to it; only {@link #finish} writes the mark of the end. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Seal seal;
    private final byte[] chunk = new byte[Seal.CHUNK];
    private int filled;
    private long number;

    SealedOutput(OutputStream out, BackupKey key) throws IOException {
        this.out = out;
        byte[] salt = new byte[Seal.SALT];
        new SecureRandom().nextBytes(salt);
        byte[] header = Seal.header(key, salt);
        this.seal = new Seal(key.of(salt, header));
        out.write(header);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                send(false);
            }
            int part = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    private void send(boolean last) throws IOException {
        out.write(seal.close(number++, last, chunk, filled));
        filled = 0;
    }

    void finish() throws IOException {
        send(true);
        out.flush();
    }
}
