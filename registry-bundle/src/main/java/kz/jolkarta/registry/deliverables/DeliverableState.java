package kz.jolkarta.registry.deliverables;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of a deliverable. */
public enum DeliverableState {
    DRAFT,
    REVIEW,
    ADOPTED;

    static final Moves<DeliverableState> MOVES = Moves.of("deliverable", DeliverableState.class)
            .from(DRAFT, Set.of(REVIEW))
            .from(REVIEW, Set.of(ADOPTED, DRAFT));
}
