package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Excel's container before 2007; since then it holds only workbooks with a password. */
final class OldOffice {
    private static final int LOOKED_AT = 1024 * 1024;

    private OldOffice() {}

    /** The directory of an encrypted workbook names a stream that an old workbook has not. */
    static boolean encrypted(Path file) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] data;
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            data = in.readNBytes(LOOKED_AT);
            if (size > 2L * LOOKED_AT) {
                in.skipNBytes(size - 2L * LOOKED_AT);
                byte[] tail = in.readNBytes(LOOKED_AT);
                return contains(data, mark) || contains(tail, mark);
            }
            byte[] rest = in.readAllBytes();
            return contains(data, mark) || contains(rest, mark);
        }
    }

    private static boolean contains(byte[] data, byte[] mark) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        return text.contains(new String(mark, StandardCharsets.ISO_8859_1));
    }
}
