package kz.jolkarta.registry.entitlement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of the children entitled to a measure a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param year this year when it is empty
 * @param q names in either order, in any spelling, each perhaps only begun
 * @param down from the last name to the first
 */
record EntitledFilter(
        String measure,
        Optional<String> territory,
        Optional<Integer> year,
        Optional<Long> school,
        Optional<EntitlementState> state,
        Optional<String> q,
        boolean down) {
    /** Names of the filters in use, never their values: those may be personal data. */
    String names() {
        List<String> names = Stream.of(
                        territory.map(x -> "territory"),
                        year.map(x -> "year"),
                        school.map(x -> "school"),
                        state.map(x -> "state"),
                        q.map(x -> "q"))
                .flatMap(Optional::stream)
                .toList();
        return measure + " " + String.join(",", names);
    }
}
