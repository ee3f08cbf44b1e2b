package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;

/**
 * What a region writes beside the figures of a measure, in Kazakh and in Russian.
 *
 * @param kk "" when it is not written
 * @param by who wrote it last; empty while nobody did
 * @param version 0 while nobody did
 */
record ReportText(String measure, String kk, String ru, Optional<String> by, Optional<Instant> at, int version) {
    static final int LONGEST = 3000;

    static ReportText none(String measure) {
        return new ReportText(measure, "", "", Optional.empty(), Optional.empty(), 0);
    }

    boolean empty() {
        return kk.isEmpty() && ru.isEmpty();
    }
}
