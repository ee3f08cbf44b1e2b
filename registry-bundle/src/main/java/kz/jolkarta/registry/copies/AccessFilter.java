package kz.jolkarta.registry.copies;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;

/**
 * Which entries of the log are wanted; an empty member means all.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param login of who did it
 */
public record AccessFilter(
        Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> login, Optional<Action> action) {
    static final AccessFilter ALL =
            new AccessFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
