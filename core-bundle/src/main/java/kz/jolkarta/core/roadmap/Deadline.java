package kz.jolkarta.core.roadmap;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;

/** When a clause of a programme is due. Every date is a day that ends at 24:00 in the office's zone. */
public sealed interface Deadline {
    /** Done once, by this day. */
    record Once(LocalDate lastDay) implements Deadline {}

    /** Done in this month of each year from first to last. */
    record Yearly(Month month, int firstYear, int lastYear) implements Deadline {
        public Yearly {
            if (firstYear > lastYear) {
                throw new IllegalArgumentException("first year after the last");
            }
        }
    }

    /** The last day in the year, or empty when nothing is due in it. */
    default Optional<LocalDate> in(int year) {
        if (this instanceof Once once) {
            return Optional.of(once.lastDay()).filter(d -> d.getYear() == year);
        }
        Yearly yearly = (Yearly) this;
        return year < yearly.firstYear() || year > yearly.lastYear()
                ? Optional.empty()
                : Optional.of(YearMonth.of(year, yearly.month()).atEndOfMonth());
    }
}
