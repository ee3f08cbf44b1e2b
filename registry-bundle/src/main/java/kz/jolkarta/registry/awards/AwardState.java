package kz.jolkarta.registry.awards;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of an award. ENDED means used up or run out; it still holds its place in the quota, which RETURNED and REFUSED give back. */
public enum AwardState {
    PROPOSED,
    COMMISSION,
    APPROVED,
    ISSUED,
    ENDED,
    RETURNED,
    REFUSED;

    static final Moves<AwardState> MOVES = Moves.of("award", AwardState.class)
            .from(PROPOSED, Set.of(COMMISSION, REFUSED))
            .from(COMMISSION, Set.of(APPROVED, REFUSED))
            .from(APPROVED, Set.of(ISSUED, REFUSED))
            .from(ISSUED, Set.of(ENDED, RETURNED))
            .reasonFor(Set.of(RETURNED, REFUSED));

    /** Whether only an approver may bring an award into this state. */
    boolean approving() {
        return this == APPROVED || this == ISSUED || this == ENDED || this == RETURNED;
    }

    /** Whether the award has taken a place of the quota. */
    boolean placed() {
        return this == APPROVED || this == ISSUED || this == ENDED;
    }
}
