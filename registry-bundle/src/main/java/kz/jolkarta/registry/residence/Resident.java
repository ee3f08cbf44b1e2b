package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A child with its present place.
 *
 * @param since the first day there, empty when it never changed
 * @param state the name of the child's state
 */
record Resident(
        long id, String name, Stay stay, LocalDate birthDate, Optional<LocalDate> since, String state, int version) {
    LocalDate from() {
        return since.orElse(birthDate);
    }
}
