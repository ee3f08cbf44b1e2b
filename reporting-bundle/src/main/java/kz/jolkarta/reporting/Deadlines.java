package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The calendar of a reporting year.
 *
 * @param region when the regions' reports are due at the ministry
 * @param nation when the ministry's report is due at the government
 */
record Deadlines(int year, Due region, Due nation) {
    /** From so many days before a deadline on it is urgent. */
    static final int URGENT = 7;

    /** The last day for the regions to inform the ministry. */
    LocalDate regions() {
        return region.day();
    }

    /** The last day for the ministry to inform the government. */
    LocalDate ministry() {
        return nation.day();
    }

    /** Below 0 when the day is over. */
    static long days(LocalDate today, LocalDate deadline) {
        return ChronoUnit.DAYS.between(today, deadline);
    }
}
