package kz.jolkarta.registry.tasks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Tx;

/** Terms that are counted in working days: Saturdays, Sundays and days off are left out, moved working days count. */
public final class WorkingDays {
    private WorkingDays() {}

    /**
     * The last day of a term. The day it runs from is not counted.
     *
     * @param count of working days, at least 1
     */
    public static LocalDate after(Tx tx, LocalDate from, int count) {
        LocalDate horizon = from.plusDays(3L * count + 60);
        Map<LocalDate, Boolean> named = OfficeDayStore.between(tx, from, horizon).stream()
                .collect(Collectors.toMap(OfficeDay::day, OfficeDay::working));
        LocalDate day = from;
        int left = count;
        while (left > 0) {
            day = day.plusDays(1);
            if (named.getOrDefault(day, inTheWeek(day))) {
                left--;
            }
        }
        return day;
    }

    static boolean works(Tx tx, LocalDate day) {
        return OfficeDayStore.between(tx, day, day).stream()
                .findFirst()
                .map(OfficeDay::working)
                .orElseGet(() -> inTheWeek(day));
    }

    private static boolean inTheWeek(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
