package kz.jolkarta.registry.roadmaps;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of an individual road map. A draft becomes AGREED by the representative's word and is a draft again when it is changed. */
public enum RoadMapState {
    DRAFT,
    AGREED,
    APPROVED,
    CLOSED;

    static final Moves<RoadMapState> MOVES = Moves.of("road-map", RoadMapState.class)
            .from(DRAFT, Set.of(AGREED, CLOSED))
            .from(AGREED, Set.of(DRAFT, APPROVED, CLOSED))
            .from(APPROVED, Set.of(CLOSED))
            .reasonFor(Set.of(DRAFT));

    /** Whether it is still being drawn up. */
    boolean drafted() {
        return this == DRAFT || this == AGREED;
    }
}
