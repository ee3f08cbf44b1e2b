package kz.jolkarta.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The only source of the present: the office's wall clock (Asia/Almaty unless configured). A day ends at 24:00 there. */
public interface OfficeClock {
    Instant now();

    ZoneId zone();

    default LocalDate today() {
        return LocalDate.ofInstant(now(), zone());
    }

    /** The first instant after a day of the office: what happens before it happened on the day or earlier. */
    default Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant();
    }
}
