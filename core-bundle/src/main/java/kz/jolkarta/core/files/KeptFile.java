package kz.jolkarta.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import kz.jolkarta.core.Problem;

/**
 * A file of a user that may be kept: not too large, of a kind that its content and its name agree on, and not named like an identity document, whose
 * copies are not kept (Law № 94-V).
 *
 * @param name without folders and what a file system minds, at most 200 characters
 * @param sha256 of the content, in hexadecimal
 */
public record KeptFile(String name, FileKind kind, String sha256, byte[] content) {
    /** The largest file taken, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /**
     * @param given the name as the user's machine calls it
     * @param kinds that are taken
     * @param others the key of what is said of any other kind
     * @throws Problem TOO_LARGE beyond {@link #MOST_BYTES}, UNSUPPORTED for another kind or a content that is not what the name says, INVALID for what is
     *     named like an identity document
     */
    public static KeptFile of(String given, byte[] content, Set<FileKind> kinds, String others) {
        if (content.length > MOST_BYTES) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "attachment.too-large", MOST_BYTES / 1024 / 1024);
        }
        String name = FileName.of(given);
        if (IdentityDocuments.named(name)) {
            throw Problem.field("file", "attachment.identity");
        }
        FileKind kind = FileKind.of(name, content)
                .filter(kinds::contains)
                .orElseThrow(() -> Problem.of(Problem.Kind.UNSUPPORTED, others));
        return new KeptFile(name, kind, sha256(content), content);
    }

    /** One byte more than is taken tells that it is too large without reading the rest. Closes the stream. */
    public static byte[] read(InputStream file) {
        try (InputStream in = file) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
