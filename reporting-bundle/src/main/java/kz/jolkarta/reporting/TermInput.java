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
    private static final int LONGEST_NUMBER = 60;
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
        required(wrong, "validFrom", validFrom != null);
        required(wrong, "reason", !reason.isEmpty());
        required(wrong, "order", !order.isEmpty());
        required(wrong, "orderDate", orderDate != null);
        that(wrong, reason.length() <= LONGEST, "reason", "report.text.long", LONGEST);
        that(wrong, order.length() <= LONGEST_NUMBER, "order", "report.text.long", LONGEST_NUMBER);
        that(
                wrong,
                known(validFrom),
                "validFrom",
                "report.calendar.year",
                String.valueOf(FIRST_YEAR),
                String.valueOf(LAST_YEAR));
        that(
                wrong,
                known(orderDate),
                "orderDate",
                "report.calendar.year",
                String.valueOf(FIRST_YEAR),
                String.valueOf(LAST_YEAR));
        if (due != null && lock != null) {
            LocalDate day = due.atYear(FIRST_YEAR);
            boolean soon = !Term.lockAfter(day, lock).isAfter(day.plusDays(LONGEST_WAIT));
            that(wrong, soon, "lock", "report.calendar.lock-before-due");
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
    }

    private static boolean known(LocalDate day) {
        return day == null || day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static void required(List<Problem.FieldError> wrong, String field, boolean given) {
        that(wrong, given, field, "report.calendar.required");
    }

    private static void that(List<Problem.FieldError> wrong, boolean holds, String field, String key, Object... args) {
        if (!holds) {
            wrong.add(new Problem.FieldError(field, Message.of(key, args)));
        }
    }
}
