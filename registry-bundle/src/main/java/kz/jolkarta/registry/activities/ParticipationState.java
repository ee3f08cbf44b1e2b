package kz.jolkarta.registry.activities;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of a participation. ATTENDED and ABSENT follow from the roll when the activity is marked as held. */
public enum ParticipationState {
    APPLIED,
    ACCEPTED,
    WAITING,
    REFUSED,
    ATTENDED,
    ABSENT;

    static final Moves<ParticipationState> MOVES = Moves.of("participation", ParticipationState.class)
            .from(APPLIED, Set.of(ACCEPTED, WAITING, REFUSED))
            .from(WAITING, Set.of(ACCEPTED, REFUSED))
            .from(ACCEPTED, Set.of(ATTENDED, ABSENT, REFUSED))
            .reasonFor(Set.of(REFUSED));

    /** Whether a participation in this state takes a seat. */
    boolean seated() {
        return this == ACCEPTED || this == ATTENDED || this == ABSENT;
    }
}
