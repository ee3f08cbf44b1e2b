package kz.jolkarta.core.files;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Names of files as users send them, made safe to keep and to send back. */
public final class FileName {
    private static final int MOST = 200;

    private FileName() {}

    /** The name without folders, control characters and what a file system minds; never empty. */
    public static String of(String given) {
        String name = Normalizer.normalize(decoded(given == null ? "" : given), Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\"<>|:*?;%]", "_").strip();
        if (name.length() > MOST) {
            int dot = name.lastIndexOf('.');
            String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
            name = name.substring(0, MOST - ending.length()) + ending;
        }
        return name.isEmpty() || name.startsWith(".") ? "file" + name : name;
    }

    /** Browsers send UTF-8 where the header's rule says Latin-1: what reads well as UTF-8 was meant so. */
    private static String decoded(String given) {
        if (given.chars().allMatch(c -> c < 0x80) || given.chars().anyMatch(c -> c > 0xff)) {
            return given;
        }
        try {
            byte[] raw = given.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException latin) {
            return given;
        }
    }

    /** A Content-Disposition that makes a browser save and never show the file (RFC 6266). */
    public static String disposition(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]", "_").replace("\\", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
