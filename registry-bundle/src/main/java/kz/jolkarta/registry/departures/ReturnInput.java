package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.records.Checks;

/**
 * A child's return, as it is entered.
 *
 * @param onDay the first day of being back, at the latest today
 * @param school null while it is not known; likewise the grade and its letter
 */
public record ReturnInput(LocalDate onDay, School school, Integer grade, String gradeLetter) {
    private static final int HIGHEST_GRADE = 12;

    public ReturnInput {
        gradeLetter = gradeLetter == null || gradeLetter.isBlank() ? null : gradeLetter.strip();
    }

    Long schoolId() {
        return school == null ? null : school.id();
    }

    /** @throws kz.jolkarta.core.Problem INVALID with every wrong field */
    void check(LocalDate today) {
        Checks checks = new Checks();
        checks.required("onDay", onDay);
        checks.that(onDay == null || !onDay.isAfter(today), "onDay", "child.date.future");
        checks.range("grade", grade, 0, HIGHEST_GRADE);
        checks.text("gradeLetter", gradeLetter, 5);
        checks.done();
    }
}
