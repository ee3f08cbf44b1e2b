package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/**
 * A child as leaving and archiving see it.
 *
 * @param state the name of the child's state
 * @param from the first day at the present place, or the day of birth
 * @param leftOn empty for one that did not leave
 */
record Leaver(
        long id, String territory, long school, String state, LocalDate from, Optional<LocalDate> leftOn, int version) {
    static final String ACTIVE = "ACTIVE";
    static final String LEFT = "LEFT";
    static final String ARCHIVED = "ARCHIVED";

    Whereabouts where() {
        return new Whereabouts(territory, school);
    }
}
