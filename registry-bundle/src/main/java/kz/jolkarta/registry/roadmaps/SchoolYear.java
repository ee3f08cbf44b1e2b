package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.time.Month;

/** A school year, named by the year it begins in: 1 September to 31 August. */
public record SchoolYear(int begins) {
    private static final int WEEKS_TO_APPROVE = 4;

    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1);
    }

    public LocalDate first() {
        return LocalDate.of(begins, Month.SEPTEMBER, 1);
    }

    public LocalDate last() {
        return LocalDate.of(begins + 1, Month.AUGUST, 31);
    }

    /** When a map is to be approved if nobody says otherwise: the end of September, or four weeks later than it is drawn up. */
    LocalDate term(LocalDate drawnUp) {
        LocalDate usual = LocalDate.of(begins, Month.SEPTEMBER, 30);
        LocalDate later = drawnUp.plusWeeks(WEEKS_TO_APPROVE);
        if (!usual.isBefore(drawnUp)) {
            return usual;
        }
        return later.isAfter(last()) ? last() : later;
    }
}
