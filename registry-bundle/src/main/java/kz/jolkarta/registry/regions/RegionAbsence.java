package kz.jolkarta.registry.regions;

import java.time.LocalDate;

/**
 * A span in which a region does not carry out a measure. Members that are null are absent in JSON.
 *
 * @param region KATO code
 * @param to the last day
 */
public record RegionAbsence(
        long id, String region, String measure, LocalDate from, LocalDate to, String reason, int version) {
    boolean holds(LocalDate day) {
        return !from.isAfter(day) && (to == null || !to.isBefore(day));
    }

    boolean over(LocalDate day) {
        return to != null && to.isBefore(day);
    }

    /** Whether a day of the year lies in it. */
    boolean touches(int year) {
        return from.getYear() <= year && (to == null || to.getYear() >= year);
    }

    AbsenceInput data() {
        return new AbsenceInput(measure, from, to, reason);
    }
}
