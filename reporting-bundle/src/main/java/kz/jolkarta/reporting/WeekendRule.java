package kz.jolkarta.reporting;

import java.time.LocalDate;
import kz.jolkarta.core.time.WorkingCalendar;

/** What becomes of a last day on which nobody works. */
enum WeekendRule {
    /** It stays: the act says nothing of days off. */
    NONE,
    NEXT,
    PREVIOUS;

    LocalDate move(LocalDate day, WorkingCalendar calendar) {
        LocalDate moved = day;
        while (this != NONE && !calendar.works(moved)) {
            moved = moved.plusDays(this == NEXT ? 1 : -1);
        }
        return moved;
    }
}
