package kz.jolkarta.acceptance.pages;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a telephone that shows codes (RFC 6238: HMAC-SHA-1, 30 seconds, six digits), written from the standard and not from the node. */
final class Authenticator {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Authenticator() {}

    /** @param key in Base32, blanks allowed as the page groups it */
    static String code(String key) {
        StringBuilder bits = new StringBuilder();
        key.replace(" ", "").chars().forEach(letter -> {
            String five = Integer.toBinaryString(BASE32.indexOf(letter));
            bits.append("0".repeat(5 - five.length())).append(five);
        });
        byte[] secret = new byte[bits.length() / 8];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(Instant.now().getEpochSecond() / 30)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
