package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which node it is: the id of the key with which it signs reports, as {@code /api/report-key} gives it. */
final class NodeId {
    private static final Pattern OPEN = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");
    private static final int DIGITS = 16;

    private NodeId() {}

    /** @return 16 hexadecimal digits; "-" for a node that has not made its key yet */
    static String of(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "-";
        }
        Matcher open = OPEN.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!open.find()) {
            return "-";
        }
        MessageDigest digest = Disk.sha256();
        digest.update(Base64.getMimeDecoder().decode(open.group(1)));
        return Disk.hex(digest).substring(0, DIGITS);
    }
}
