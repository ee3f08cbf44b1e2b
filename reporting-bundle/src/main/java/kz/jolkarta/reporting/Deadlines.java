package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import kz.jolkarta.core.roadmap.Programme.Reporting;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * The calendar of a reporting year.
 *
 * @param regions the last day for the regions to inform the ministry
 * @param ministry the last day for the ministry to inform the government
 */
record Deadlines(int year, LocalDate regions, LocalDate ministry) {
    /** From so many days before a deadline on it is urgent. */
    static final int URGENT = 7;

    static Deadlines of(int year) {
        Reporting term = Resolution997.programme().reports().get(0);
        int due = term.followingYear() ? year + 1 : year;
        return new Deadlines(year, on(term.regions(), due), on(term.ministry(), due));
    }

    /** The year whose report is the next to be made: the last one until the ministry has informed the government. */
    static Deadlines current(LocalDate today) {
        Deadlines last = of(today.getYear() - 1);
        return today.isAfter(last.ministry()) ? of(today.getYear()) : last;
    }

    private static LocalDate on(MonthDay day, int year) {
        return day.atYear(year);
    }

    /** Below 0 when the day is over. */
    static long days(LocalDate today, LocalDate deadline) {
        return ChronoUnit.DAYS.between(today, deadline);
    }
}
