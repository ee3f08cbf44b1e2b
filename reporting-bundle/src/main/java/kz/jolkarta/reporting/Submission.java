package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;

/**
 * A report as a region handed it in.
 *
 * @param hash SHA-256 of the frozen content, in hexadecimal
 * @param onTime whether it came by the last day, by the moment it was handed in
 * @param remarks what has to be mended of the whole, since it was given back; "" otherwise
 * @param seal empty for one that was handed in before reports were signed
 * @param accepted by the level above
 */
record Submission(
        int year,
        String region,
        int revision,
        String hash,
        String submittedBy,
        Instant submittedAt,
        boolean onTime,
        Optional<String> returnedBy,
        Optional<Instant> returnedAt,
        String remarks,
        Optional<Seal> seal,
        Optional<Act> accepted) {
    /** Who did something, and when. */
    record Act(String by, Instant at) {}

    /**
     * What holds a revision together.
     *
     * @param key id of the node's key
     * @param publicKey X.509, DER, Base64
     * @param signature Ed25519 over the content, Base64
     * @param openSignature the same over the content without what tells of few children
     */
    record Seal(Act prepared, String key, String publicKey, String signature, String openSignature) {}

    boolean returned() {
        return returnedAt.isPresent();
    }

    /** Whether it stands accepted: one may be given back after it was. */
    boolean stands() {
        return accepted.isPresent() && !returned();
    }
}
