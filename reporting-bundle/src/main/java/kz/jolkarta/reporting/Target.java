package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a figure is to come to in a year, as it was set or taken back: an entry of its history, of which the last one holds.
 *
 * @param number counts the entries of the figure from 1
 * @param unit the figure's
 * @param value in tenge with at most two decimals, in per cent with one, else whole; empty when it was taken back
 * @param ground empty when it was taken back
 * @param reason why it was taken back; "" when it was set
 * @param set by whom and when
 */
record Target(
        TargetKey figure,
        int number,
        Unit unit,
        Optional<BigDecimal> value,
        Optional<Ground> ground,
        String reason,
        Submission.Act set) {
    /** The document that sets a target. */
    record Ground(String title, String number, LocalDate date) {}

    boolean holds() {
        return value.isPresent();
    }
}
