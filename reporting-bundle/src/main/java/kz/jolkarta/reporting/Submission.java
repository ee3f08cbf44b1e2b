package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;

/**
 * A report as a region handed it in.
 *
 * @param hash SHA-256 of the frozen content, in hexadecimal
 * @param onTime whether it came by the last day, by the moment it was handed in
 * @param remarks what has to be mended, since it was given back; "" otherwise
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
        String remarks) {
    boolean returned() {
        return returnedAt.isPresent();
    }
}
