package kz.jolkarta.registry.awards;

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
            .from(PROPOSED, COMMISSION, REFUSED)
            .from(COMMISSION, APPROVED, REFUSED)
            .from(APPROVED, ISSUED, REFUSED)
            .from(ISSUED, ENDED, RETURNED)
            .reasonFor(RETURNED, REFUSED);

    /** Whether only an approver may bring an award into this state. */
    boolean approving() {
        return this == APPROVED || this == ISSUED || this == ENDED || this == RETURNED;
    }

    /** Whether the award has taken a place of the quota. */
    boolean placed() {
        return this == APPROVED || this == ISSUED || this == ENDED;
    }
}
