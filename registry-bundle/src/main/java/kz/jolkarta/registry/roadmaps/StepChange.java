package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;

/**
 * A wish to bring a step into another state.
 *
 * @param state code of the state wished for, e.g. {@code done}
 * @param doneOn today when it is null
 * @param note the result, or why it is dropped; "" when none is given
 */
public record StepChange(String state, LocalDate doneOn, String note) {
    public StepChange {
        note = note == null ? "" : note.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID for an unknown state, a long note or a day to come */
    StepState to(LocalDate today) {
        Checks checks = new Checks();
        checks.text("note", note, 500);
        checks.that(doneOn == null || !doneOn.isAfter(today), "doneOn", "child.date.future");
        checks.done();
        return Choice.required(StepState.class, "state", state);
    }
}
