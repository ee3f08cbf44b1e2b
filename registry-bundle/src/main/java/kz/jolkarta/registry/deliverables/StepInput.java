package kz.jolkarta.registry.deliverables;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A step that was reached, as it is sent.
 *
 * @param step code of the step
 * @param reachedOn today when it is null
 * @param document what shows it, e.g. number and date of an order; may be null
 */
public record StepInput(String step, LocalDate reachedOn, String document) {
    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong by itself */
    void check(LocalDate today) {
        Checks checks = new Checks();
        checks.required("step", step);
        checks.that(reachedOn == null || !reachedOn.isAfter(today), "reachedOn", "deliverable.step-future");
        checks.text("document", document, 300);
        checks.done();
    }
}
