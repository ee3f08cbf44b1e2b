package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which of the children who moved away a list holds; an empty member means all.
 *
 * @param name the beginning of the name, in any spelling
 * @param territory KATO code of the place left, or of a unit above it
 * @param from the earliest last day there
 * @param until the latest last day there
 */
record MovedAwayFilter(
        Optional<String> name, Optional<String> territory, Optional<LocalDate> from, Optional<LocalDate> until) {
    static final MovedAwayFilter ALL =
            new MovedAwayFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
