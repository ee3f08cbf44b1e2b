package kz.jolkarta.registry.deliverables;

import kz.jolkarta.registry.records.Moves;

/** States of a deliverable. */
public enum DeliverableState {
    DRAFT,
    REVIEW,
    ADOPTED;

    static final Moves<DeliverableState> MOVES = Moves.of("deliverable", DeliverableState.class)
            .from(DRAFT, REVIEW)
            .from(REVIEW, ADOPTED, DRAFT);
}
