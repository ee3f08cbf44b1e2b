package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When one report is due.
 *
 * @param day the last day
 * @param ends the first instant after it in the office's zone
 * @param lock the last day on which a late report is taken; empty when one is always taken
 * @param locks the first instant after that
 */
record Due(LocalDate day, Instant ends, Optional<LocalDate> lock, Optional<Instant> locks) {
    boolean onTime(Instant moment) {
        return moment.isBefore(ends);
    }

    boolean locked(Instant moment) {
        return locks.filter(l -> !moment.isBefore(l)).isPresent();
    }
}
