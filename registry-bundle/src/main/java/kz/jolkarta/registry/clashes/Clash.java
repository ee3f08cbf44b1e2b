package kz.jolkarta.registry.clashes;

import java.time.LocalDate;

/**
 * Two records that say of a child what cannot both be true. Members that are null are absent in JSON.
 *
 * @param name given only with the right to see children
 * @param territory KATO code of the child's residence
 * @param from the first day on which both hold
 * @param to the last one
 */
public record Clash(
        ClashKind kind,
        long childId,
        String name,
        String territory,
        LocalDate from,
        LocalDate to,
        Side one,
        Side other) {
    /**
     * One of the two records. Of a record outside the caller's territories only the unit and the days are told.
     *
     * @param record {@code activity}, {@code award} or {@code child}
     * @param territory KATO code of what it is kept for
     * @param day of the session, when one is meant
     * @param link where it is read, under {@code /api}
     */
    public record Side(
            String record,
            Long id,
            String measure,
            String title,
            String territory,
            LocalDate starts,
            LocalDate ends,
            LocalDate day,
            String link) {
        Side outOfReach() {
            return new Side(record, null, null, null, territory, starts, ends, day, null);
        }
    }

    Clash withoutName() {
        return new Clash(kind, childId, null, territory, from, to, one, other);
    }
}
