package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Message;

/**
 * A change of the calendar as it is sent; what is null was not given. Days are written {@code --01-10}.
 *
 * @param lock null when late reports are always taken
 * @param order number of the order the change is made by
 */
record TermInput(
        MonthDay due,
        MonthDay lock,
        WeekendRule weekend,
        LocalDate validFrom,
        String reason,
        String order,
        LocalDate orderDate) {
    static final int LONGEST = 1000;
    static final int LONGEST_NUMBER = 60;
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;
    private static final int LONGEST_WAIT = 183;

    TermInput {
        reason = reason == null ? "" : reason.strip();
        order = order == null ? "" : order.strip();
    }

    /** @throws Problem INVALID with everything that is wrong */
    void check() {
        List<Problem.FieldError> wrong = new ArrayList<>();
        required(wrong, "due", due != null);
        required(wrong, "weekend", weekend != null);
        day(wrong, "validFrom", validFrom);
        text(wrong, "reason", reason, LONGEST);
        text(wrong, "order", order, LONGEST_NUMBER);
        day(wrong, "orderDate", orderDate);
        if (due != null && lock != null) {
            LocalDate day = due.atYear(FIRST_YEAR);
            boolean soon = !Term.lockAfter(day, lock).isAfter(day.plusDays(LONGEST_WAIT));
            that(wrong, soon, "lock", "report.calendar.lock-before-due");
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
    }

    static void text(List<Problem.FieldError> wrong, String field, String given, int longest) {
        required(wrong, field, !given.isEmpty());
        that(wrong, given.length() <= longest, field, "report.text.long", longest);
    }

    /** A day of a year that acts and orders can be of. */
    static void day(List<Problem.FieldError> wrong, String field, LocalDate given) {
        required(wrong, field, given != null);
        that(
                wrong,
                given == null || given.getYear() >= FIRST_YEAR && given.getYear() <= LAST_YEAR,
                field,
                "report.calendar.year",
                String.valueOf(FIRST_YEAR),
                String.valueOf(LAST_YEAR));
    }

    static void required(List<Problem.FieldError> wrong, String field, boolean given) {
        that(wrong, given, field, "report.calendar.required");
    }

    private static void that(List<Problem.FieldError> wrong, boolean holds, String field, String key, Object... args) {
        if (!holds) {
            wrong.add(new Problem.FieldError(field, Message.of(key, args)));
        }
    }
}
