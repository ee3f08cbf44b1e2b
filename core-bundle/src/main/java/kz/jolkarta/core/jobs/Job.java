package kz.jolkarta.core.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A long piece of work, kept in the database with its progress and its result.
 *
 * @param done units finished so far, at most {@code total} when that is known
 * @param total units in all, 0 while unknown
 * @param params what the job was asked to do
 * @param checkpoint where to resume, "" at the start
 * @param result JSON for the user, "" while there is none
 */
public record Job(
        long id,
        String kind,
        long owner,
        String territory,
        State state,
        long done,
        long total,
        Map<String, String> params,
        String checkpoint,
        String result,
        Instant created,
        Optional<Instant> finished) {

    public enum State {
        QUEUED,
        RUNNING,
        /** Asked to stop; the job notices it at its next step. */
        CANCELLING,
        DONE,
        CANCELLED,
        FAILED,
        /** The node stopped while it ran and its kind cannot resume. */
        INTERRUPTED;

        public boolean ended() {
            return this == DONE || this == CANCELLED || this == FAILED || this == INTERRUPTED;
        }
    }

    public Job {
        params = Map.copyOf(params);
    }
}
