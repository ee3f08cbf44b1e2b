package kz.jolkarta.core.internal.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file, found by its bytes.
 *
 * @param charset how its bytes are decoded
 * @param mark bytes of the byte order mark before the text
 * @param kazakh whether the Kazakh letters of KZ-1048 stand where Windows-1251 has Serbian and Ukrainian ones
 */
record TextEncoding(Charset charset, int mark, boolean kazakh) {
    private static final int LOOKED_AT = 64 * 1024;
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    /** Where KZ-1048 (СТ РК 1048-2002) differs from Windows-1251. */
    private static final String AT = "ЌЋќћЎўЈҐЄЇґєјЅѕї";

    private static final String KAZAKH = "ҚҺқһҰұӘӨҒҮөғәҢңү";
    /** Of those, letters that Ukrainian and Russian texts in Windows-1251 have, too. */
    private static final String UKRAINIAN = "ҐЄЇґєї";

    static TextEncoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOKED_AT);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, false);
        }
        if (highBytes(head, 1)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, false);
        }
        if (highBytes(head, 0)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, false);
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, false);
        }
        return new TextEncoding(WINDOWS_1251, 0, kazakh(file));
    }

    /** The text behind the mark; bytes that are none in the encoding become U+FFFD. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(mark);
        Reader reader = new InputStreamReader(new BufferedInputStream(in, 64 * 1024), charset);
        return kazakh ? new KazakhReader(reader) : reader;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nearly every second byte is one that Latin and Cyrillic letters have as their high byte, and the others are not. */
    private static boolean highBytes(byte[] head, int offset) {
        int pairs = head.length / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += head[2 * i + offset] == 0 || head[2 * i + offset] == 4 ? 1 : 0;
            low += head[2 * i + 1 - offset] == 0 ? 1 : 0;
        }
        return pairs >= 2 && high * 10 >= pairs * 9 && low * 50 <= pairs;
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(64 * 1024);
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(n, 0)).flip();
                CoderResult result = decoder.decode(bytes, out, end);
                if (result.isError()) {
                    return false;
                }
                out.clear();
                bytes.compact();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean kazakh(Path file) throws IOException {
        long certain = 0;
        long shared = 0;
        char[] chars = new char[32 * 1024];
        try (Reader in = new TextEncoding(WINDOWS_1251, 0, false).open(file)) {
            for (int n = in.read(chars); n >= 0; n = in.read(chars)) {
                for (int i = 0; i < n; i++) {
                    if (chars[i] > 'ё' && chars[i] < '҃'
                            || chars[i] > 'Ѐ' && chars[i] < 'А'
                            || chars[i] == 'Ґ'
                            || chars[i] == 'ґ') {
                        int at = AT.indexOf(chars[i]);
                        certain += at >= 0 && UKRAINIAN.indexOf(chars[i]) < 0 ? 1 : 0;
                        shared += at >= 0 && UKRAINIAN.indexOf(chars[i]) >= 0 ? 1 : 0;
                    }
                }
            }
        }
        return certain > 0 || shared == 0;
    }

    private static final class KazakhReader extends Reader {
        private final Reader in;

        KazakhReader(Reader in) {
            this.in = in;
        }

        @Override
        public int read(char[] chars, int from, int length) throws IOException {
            int n = in.read(chars, from, length);
            for (int i = from; i < from + n; i++) {
                int at = chars[i] < 'Ѐ' ? -1 : AT.indexOf(chars[i]);
                if (at >= 0) {
                    chars[i] = KAZAKH.charAt(at);
                }
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
