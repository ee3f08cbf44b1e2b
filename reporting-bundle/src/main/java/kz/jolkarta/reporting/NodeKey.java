package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The Ed25519 key pair of this node, with which it signs what it freezes. It is made at the first start and kept in the data folder, in a file that its
 * owner alone may read; it is in no database, no log and no answer.
 */
@Component(service = NodeKey.class)
public final class NodeKey {
    static final String FILE = "node.key";

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN (\\w+) KEY-----([^-]+)-----END \\1 KEY-----");
    private static final int ID_DIGITS = 16;

    private final KeyPair pair;

    @Activate
    public NodeKey(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("jolkarta.data")).orElse("data")));
    }

    /** @throws IllegalStateException when the file is there and holds no such pair: a new one in its place would make earlier signatures foreign */
    NodeKey(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                write(file, KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
            }
            this.pair = read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the node cannot be kept in " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of the node in " + file + " is damaged", e);
        }
    }

    private static KeyPair read(String text) throws GeneralSecurityException {
        byte[] secret = {};
        byte[] open = {};
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals("PRIVATE")) {
                secret = bytes;
            } else {
                open = bytes;
            }
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        KeyPair pair = new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(open)),
                keys.generatePrivate(new PKCS8EncodedKeySpec(secret)));
        byte[] probe = FILE.getBytes(StandardCharsets.US_ASCII);
        if (!verify(Base64.getEncoder().encodeToString(open), probe, sign(pair, probe))) {
            throw new GeneralSecurityException("the two keys are no pair");
        }
        return pair;
    }

    private static void write(Path file, KeyPair made) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel out =
                FileChannel.open(fresh, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            String text = pem("PRIVATE", made.getPrivate().getEncoded())
                    + pem("PUBLIC", made.getPublic().getEncoded());
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String kind, byte[] key) {
        return "-----BEGIN " + kind + " KEY-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END " + kind
                + " KEY-----\n";
    }

    /** The public key: X.509, DER, Base64. */
    public String open() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** The public key as a PEM file, which {@code openssl} reads. */
    public String pem() {
        return pem("PUBLIC", pair.getPublic().getEncoded());
    }

    /** Tells this key from others: the first 16 hexadecimal digits of the SHA-256 of the public key. */
    public String id() {
        return id(open());
    }

    /** The id of a public key as {@link #open} gives it. */
    public static String id(String open) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(open));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the signature of 64 bytes, Base64 */
    public String sign(byte[] bytes) {
        return sign(pair, bytes);
    }

    private static String sign(KeyPair pair, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether the bytes were signed with the key whose public part this is; a key or signature that is none answers no.
     *
     * @param open as {@link #open} gives it; that of another node that shares the database, too
     */
    public static boolean verify(String open, byte[] bytes, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(open))));
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return false;
        }
    }
}
