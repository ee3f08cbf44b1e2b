package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;

/**
 * A report as the ministry handed it in to the government.
 *
 * @param prepared by another person than who handed it in; empty for one that was handed in before there were two
 * @param hash SHA-256 of the frozen content, in hexadecimal
 * @param openHash of the content without what tells of few children
 * @param key id of the key it is signed with
 * @param publicKey X.509, DER, Base64
 * @param signature Ed25519 over the content, Base64
 * @param openSignature the same over the content without what tells of few children
 * @param onTime whether it came by the last day, by the moment it was handed in
 */
record NationReport(
        int year,
        int revision,
        Optional<Submission.Act> prepared,
        String hash,
        String openHash,
        String key,
        String publicKey,
        String signature,
        String openSignature,
        String submittedBy,
        Instant submittedAt,
        boolean onTime) {}
