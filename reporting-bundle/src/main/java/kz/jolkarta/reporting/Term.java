package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.core.time.WorkingCalendar;

/**
 * By when is reported, as the act or an order has it.
 *
 * @param number of the change, 0 for what the act itself says
 * @param due the last day, in the year of the period or in the {@code following} one
 * @param lock the last day on which a late report is taken, the next such day after the due one; empty when one is always taken
 * @param validFrom it holds for the periods that end on this day or later, until another one does
 * @param reason empty for the act's own, like all that follows
 */
record Term(
        String programme,
        PeriodKind period,
        Reporter reporter,
        int number,
        MonthDay due,
        boolean following,
        Optional<MonthDay> lock,
        WeekendRule weekend,
        LocalDate validFrom,
        Optional<String> reason,
        Optional<String> order,
        Optional<LocalDate> orderDate,
        Optional<String> setBy,
        Optional<Instant> setAt) {

    static Term ofAct(
            String programme,
            PeriodKind period,
            Reporter reporter,
            MonthDay due,
            boolean following,
            LocalDate validFrom) {
        return new Term(
                programme,
                period,
                reporter,
                0,
                due,
                following,
                Optional.empty(),
                WeekendRule.NONE,
                validFrom,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean isOf(String code, PeriodKind kind, Reporter who) {
        return programme.equals(code) && period == kind && reporter == who;
    }

    /** @param year of the period */
    Due in(int year, WorkingCalendar calendar, OfficeClock clock) {
        LocalDate day = due.atYear(following ? year + 1 : year);
        LocalDate last = weekend.move(day, calendar);
        Optional<LocalDate> locked = lock.map(l -> weekend.move(lockAfter(day, l), calendar));
        return new Due(last, clock.after(last), locked, locked.map(clock::after));
    }

    /** The first such day that is not before the due one. */
    static LocalDate lockAfter(LocalDate day, MonthDay lock) {
        LocalDate same = lock.atYear(day.getYear());
        return same.isBefore(day) ? lock.atYear(day.getYear() + 1) : same;
    }
}
