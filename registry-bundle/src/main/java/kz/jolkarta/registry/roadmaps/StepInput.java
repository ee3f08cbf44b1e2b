package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A step as it is sent: what may be null was not given.
 *
 * @param measure code of the measure it makes use of
 * @param responsible who sees to it
 */
public record StepInput(String title, String measure, String responsible, LocalDate dueOn) {
    public StepInput {
        measure = measure == null || measure.isBlank() ? null : measure.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check(SchoolYear year) {
        Checks checks = new Checks();
        checks.required("title", title);
        checks.text("title", title, 300);
        checks.text("responsible", responsible, 200);
        checks.required("dueOn", dueOn);
        boolean within = dueOn == null || !dueOn.isBefore(year.first()) && !dueOn.isAfter(year.last());
        checks.that(within, "dueOn", "roadmap.step-outside", year.first(), year.last());
        checks.done();
    }
}
