package kz.jolkarta.core.time;

import java.time.LocalDate;

/** Which days the country works on: the week, public holidays, and what the government moved. */
public interface WorkingCalendar {
    boolean works(LocalDate day);
}
