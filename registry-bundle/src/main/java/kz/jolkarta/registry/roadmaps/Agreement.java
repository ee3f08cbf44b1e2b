package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * That the child's representative agrees to a map; what may be null was not given.
 *
 * @param representativeId one of the child's representatives on record
 * @param name of the representative as it is signed, up to 300 characters; needed without a representative on record
 * @param agreedOn today when it is null
 */
public record Agreement(Long representativeId, String name, LocalDate agreedOn) {
    public Agreement {
        name = name == null || name.isBlank() ? null : name.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check(LocalDate drawnUp, LocalDate today) {
        Checks checks = new Checks();
        checks.that(representativeId != null || name != null, "name", "roadmap.agreed-with");
        checks.text("name", name, 300);
        checks.that(agreedOn == null || !agreedOn.isAfter(today), "agreedOn", "child.date.future");
        checks.that(agreedOn == null || !agreedOn.isBefore(drawnUp), "agreedOn", "roadmap.agreed-before", drawnUp);
        checks.done();
    }
}
