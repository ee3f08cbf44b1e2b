package kz.jolkarta.core.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.Problem;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Passwords as Argon2id (RFC 9106: 19 MiB, two passes), and secrets that the node makes itself. */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final Pattern STORED =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([\\w+/]+)\\$([\\w+/]+)");
    private static final int WAIT_SECONDS = 5;
    /** Without letters and digits that look alike. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Passwords of twelve letters and more that everybody tries first. */
    private static final Set<String> KNOWN = Set.of(
            "administrator",
            "administrator1",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "123456789012",
            "1234567890123",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "qwerty123456",
            "qwertyqwerty",
            "йцукенгшщзхъ",
            "1q2w3e4r5t6y",
            "iloveyou1234",
            "letmein12345",
            "welcome12345",
            "kazakhstan2020",
            "kazakhstan123",
            "qazaqstan123",
            "jolkartajolkarta",
            "changemechangeme",
            "abcdefghijkl",
            "adminadminadmin",
            "111111111111",
            "000000000000");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each hash takes 19 MiB and a processor; more at once than there are processors would only slow the others. */
    private final Semaphore running =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    private final String nobody = hash(secret());

    /** @throws Problem INVALID for a password that must not be chosen */
    static void check(String login, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        List<Problem.FieldError> errors = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            throw Problem.field("password", "password.length", SHORTEST, LONGEST);
        }
        boolean oneLetter = lower.chars().distinct().count() < 4;
        if (KNOWN.contains(lower) || oneLetter || login.length() > 3 && lower.contains(login)) {
            errors.add(new Problem.FieldError("password", kz.jolkarta.core.i18n.Message.of("password.weak")));
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors);
        }
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + text.encodeToString(salt) + "$"
                + text.encodeToString(argon2(password, salt, MEMORY_KIB, PASSES));
    }

    boolean matches(String password, String stored) {
        Matcher parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password is not an Argon2id hash");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        byte[] actual = argon2(password, salt, Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        return MessageDigest.isEqual(expected, Arrays.copyOf(actual, expected.length));
    }

    /** Takes as long as a real check, so that the time does not tell whether a login exists. */
    void matchNobody(String password) {
        matches(password, nobody);
    }

    private byte[] argon2(String password, byte[] salt, int memory, int passes) {
        // The same letters typed on another keyboard are the same password.
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        byte[] out = new byte[HASH];
        try {
            if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(Problem.Kind.TOO_MANY_REQUESTS, "problem.too-many", WAIT_SECONDS)
                        .with("retryAfter", WAIT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.UNAVAILABLE, "problem.stopping");
        }
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), out);
        } finally {
            running.release();
        }
        return out;
    }

    /** 256 random bits as text that fits into a header and a cookie. */
    static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** A password for the first sign-in, about 99 bits, easy to read aloud: four groups of five. */
    static String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** About 74 bits, easy to write down: three groups of five. */
    static String recoveryCode() {
        return oneTime().substring(0, 17);
    }

    /** SHA-256 in hexadecimal; enough for a secret of 256 random bits. */
    static String digest(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
