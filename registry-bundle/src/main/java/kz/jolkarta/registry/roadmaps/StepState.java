package kz.jolkarta.registry.roadmaps;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of a step; one that was marked by mistake is planned again. */
public enum StepState {
    PLANNED,
    DONE,
    DROPPED;

    static final Moves<StepState> MOVES = Moves.of("road-map-step", StepState.class)
            .from(PLANNED, Set.of(DONE, DROPPED))
            .from(DONE, Set.of(PLANNED))
            .from(DROPPED, Set.of(PLANNED))
            .reasonFor(Set.of(DROPPED));
}
