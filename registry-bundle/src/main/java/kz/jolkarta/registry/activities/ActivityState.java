package kz.jolkarta.registry.activities;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of an activity. */
public enum ActivityState {
    PLANNED,
    OPEN,
    HELD,
    CANCELLED;

    static final Moves<ActivityState> MOVES = Moves.of("activity", ActivityState.class)
            .from(PLANNED, Set.of(OPEN, CANCELLED))
            .from(OPEN, Set.of(HELD, CANCELLED))
            .reasonFor(Set.of(CANCELLED));
}
