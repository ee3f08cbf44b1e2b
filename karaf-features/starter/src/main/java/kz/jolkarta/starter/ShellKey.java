package kz.jolkarta.starter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** The key with which the start script opens the node's shell: nobody has to keep or type a password. */
final class ShellKey {
    private static final int BITS = 3072;

    private ShellKey() {}

    static void make(Path file) throws IOException {
        KeyPair pair = pair();
        byte[] lf = {'\n'};
        String secret = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, lf).encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        // The public half first: a key without its public half would be taken for a whole one at the next start.
        write(file.resolveSibling(file.getFileName() + ".pub"), wire((RSAPublicKey) pair.getPublic()) + "\n");
        write(file, secret);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has RSA", missing);
        }
    }

    /** The public key as SSH writes it (RFC 4253, 6.6), in Base64. */
    private static String wire(RSAPublicKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : new byte[][] {
            "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
            key.getPublicExponent().toByteArray(),
            key.getModulus().toByteArray()
        }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(part, text, StandardOpenOption.CREATE);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
