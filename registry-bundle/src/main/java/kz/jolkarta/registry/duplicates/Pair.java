package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.access.Scope;

/**
 * Two records that may be of one child. Members that are null are absent in JSON.
 *
 * @param likeness 1 to 100
 * @param one the record with the smaller id
 */
public record Pair(
        long id,
        int likeness,
        List<Evidence> evidence,
        PairState state,
        Instant foundAt,
        Instant decidedAt,
        String reason,
        int version,
        Side one,
        Side other) {
    /**
     * One of the two; of one outside the caller's territories only the district is told.
     *
     * @param territory KATO code
     * @param school id of the organisation
     */
    public record Side(Long id, String territory, Long school, String name, LocalDate birthDate) {
        private Side within(Scope scope) {
            return scope.covers(territory, school == null ? 0 : school)
                    ? this
                    : new Side(null, territory.substring(0, 4) + "00000", null, null, null);
        }
    }

    Pair within(Scope scope) {
        return new Pair(
                id,
                likeness,
                evidence,
                state,
                foundAt,
                decidedAt,
                reason,
                version,
                one.within(scope),
                other.within(scope));
    }
}
