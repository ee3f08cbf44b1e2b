package kz.jolkarta.registry.activities;

import kz.jolkarta.registry.records.Moves;

/** States of an activity. */
public enum ActivityState {
    PLANNED,
    OPEN,
    HELD,
    CANCELLED;

    static final Moves<ActivityState> MOVES = Moves.of("activity", ActivityState.class)
            .from(PLANNED, OPEN, CANCELLED)
            .from(OPEN, HELD, CANCELLED)
            .reasonFor(CANCELLED);
}
