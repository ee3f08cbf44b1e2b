package kz.jolkarta.registry.allocation;

import java.time.Instant;

/**
 * Something that changed who has a place. Members that are null are absent in JSON.
 *
 * @param sequence 1, 2, 3 … within a pool
 * @param member participation or award; null for PLACES
 * @param places how many there are from now on; null when it is no PLACES, or when there is no limit
 * @param appliedAt when the member applied; of APPLIED only
 */
public record Event(int sequence, Kind kind, Long member, Integer places, Instant appliedAt, Instant at) {
    /**
     * PLACES, APPLIED, PASSED and LEFT are what people did, PLACED and WAITING what followed from it by the order. PASSED: its turn came, but
     * it cannot take the place; it keeps its turn, and a second APPLIED says that it can again.
     */
    public enum Kind {
        PLACES,
        APPLIED,
        PLACED,
        WAITING,
        PASSED,
        LEFT
    }
}
