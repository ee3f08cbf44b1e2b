package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;

/** Whether a report came by its day. It follows from the moment it was handed in, and nobody sets it. */
enum Timeliness {
    ON_TIME,
    LATE,
    /** None stands though the day is over. */
    MISSING,
    /** None stands, and the day is not over. */
    OPEN;

    /** @param last revision; one that was given back does not stand */
    static Timeliness of(Optional<Submission> last, Due due, Instant now) {
        return last.filter(s -> !s.returned())
                .map(s -> due.onTime(s.submittedAt()) ? ON_TIME : LATE)
                .orElse(due.onTime(now) ? OPEN : MISSING);
    }
}
