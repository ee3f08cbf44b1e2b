package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A day that differs from the week.
 *
 * @param working true for a Saturday or Sunday that is worked on, false for a day off
 * @param note why; null when it is a public holiday of a fixed date
 */
public record OfficeDay(LocalDate day, Boolean working, String note) {
    public OfficeDay {
        note = note == null || note.isBlank() ? null : note.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check() {
        Checks checks = new Checks();
        checks.required("day", day);
        checks.required("working", working);
        checks.range("day", day == null ? null : day.getYear(), 2000, 2100);
        checks.text("note", note, 200);
        checks.done();
    }
}
