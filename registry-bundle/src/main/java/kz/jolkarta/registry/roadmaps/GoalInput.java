package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.registry.records.Checks;

/**
 * A goal as it is sent: what may be null was not given.
 *
 * @param title up to 300 characters
 * @param expected the result hoped for, up to 500 characters
 */
public record GoalInput(String title, String expected) {
    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check() {
        Checks checks = new Checks();
        checks.required("title", title);
        checks.text("title", title, 300);
        checks.text("expected", expected, 500);
        checks.done();
    }
}
