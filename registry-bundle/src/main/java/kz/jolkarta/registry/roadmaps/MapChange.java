package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;

/**
 * A wish to bring a road map into another state.
 *
 * @param state code of the state wished for, e.g. {@code approved}
 * @param reason why a draft is discarded or an agreement is not enough, up to 500 characters; "" when none is given
 * @param conclusion of the year, up to 4000 characters; "" when none is given
 */
public record MapChange(String state, String reason, String conclusion) {
    public MapChange {
        state = state == null ? "" : state.strip();
        reason = reason == null ? "" : reason.strip();
        conclusion = conclusion == null ? "" : conclusion.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID for an unknown state or too long a text */
    RoadMapState to() {
        Checks checks = new Checks();
        checks.text("reason", reason, 500);
        checks.text("conclusion", conclusion, 4000);
        checks.done();
        return Choice.required(RoadMapState.class, "state", state);
    }
}
