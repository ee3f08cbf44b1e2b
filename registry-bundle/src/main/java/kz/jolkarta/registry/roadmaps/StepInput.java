package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A step as it is sent: what may be null was not given.
 *
 * @param measure code of the measure it makes use of
 * @param type kind of activity or award of that measure; any of them when not given
 * @param goalId a goal of the same map
 * @param expected the result hoped for, up to 500 characters
 * @param responsible who sees to it
 */
public record StepInput(
        String title, String measure, String type, Long goalId, String expected, String responsible, LocalDate dueOn) {
    public StepInput {
        measure = measure == null || measure.isBlank() ? null : measure.strip();
        type = type == null || type.isBlank() ? null : type.strip();
    }

    static final StepInput NONE = new StepInput(null, null, null, null, null, null, null);

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check(SchoolYear year) {
        Checks checks = new Checks();
        checks.required("title", title);
        checks.text("title", title, 300);
        checks.text("expected", expected, 500);
        checks.text("responsible", responsible, 200);
        checks.required("dueOn", dueOn);
        checks.that(type == null || measure != null, "measure", "record.required");
        boolean within = dueOn == null || !dueOn.isBefore(year.first()) && !dueOn.isAfter(year.last());
        checks.that(within, "dueOn", "roadmap.step-outside", year.first(), year.last());
        checks.done();
    }

    StepInput serving(Long goal) {
        return new StepInput(title, measure, type, goal, expected, responsible, dueOn);
    }

    StepInput withoutMeasure() {
        return new StepInput(title, null, null, goalId, expected, responsible, dueOn);
    }
}
