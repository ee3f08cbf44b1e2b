package kz.jolkarta.registry.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One imported list; its id is its job's id.
 *
 * @param territory KATO code of the unit it was said to be of, "" when nothing was said
 * @param mapping what its columns are taken for, by heading
 */
record Batch(
        long id,
        long owner,
        String territory,
        String fileName,
        boolean dryRun,
        State state,
        Layout layout,
        Map<String, String> mapping,
        long total,
        Counts counts,
        Instant created,
        Optional<Instant> finished) {
    enum State {
        QUEUED,
        RUNNING,
        CANCELLING,
        DONE,
        CANCELLED,
        FAILED,
        UNDONE;

        boolean ended() {
            return this == DONE || this == CANCELLED || this == FAILED || this == UNDONE;
        }
    }

    /** The sum of the others is always {@code read}. */
    record Counts(long read, long created, long updated, long unchanged, long doubtful, long rejected) {}
}
