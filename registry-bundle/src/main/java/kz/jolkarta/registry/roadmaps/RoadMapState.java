package kz.jolkarta.registry.roadmaps;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of an individual road map. */
public enum RoadMapState {
    DRAFT,
    APPROVED,
    CLOSED;

    static final Moves<RoadMapState> MOVES = Moves.of("road-map", RoadMapState.class)
            .from(DRAFT, Set.of(APPROVED, CLOSED))
            .from(APPROVED, Set.of(CLOSED))
            .reasonFor(Set.of(CLOSED));
}
