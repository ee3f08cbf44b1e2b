package kz.jolkarta.registry.regions;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * Says that a region does not carry out a measure; what is null was not given.
 *
 * @param to the last day; open when not given
 */
public record AbsenceInput(String measure, LocalDate from, LocalDate to, String reason) {
    void check() {
        Checks checks = new Checks();
        checks.required("measure", measure);
        checks.required("from", from);
        checks.required("reason", reason);
        checks.text("reason", reason, 500);
        if (from != null) {
            checks.range("from", from.getYear(), 2020, 2100);
            checks.that(to == null || !to.isBefore(from), "to", "record.ends-before");
        }
        checks.done();
    }
}
