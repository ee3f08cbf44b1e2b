package kz.jolkarta.registry.clashes;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;

/**
 * Which clashes a list holds.
 *
 * @param year of the first day of what was recorded first
 * @param territory KATO code of a unit of the children's residence; all below it too
 * @param kind all kinds when not given
 */
public record ClashFilter(int year, Optional<String> territory, Optional<ClashKind> kind, ClashOrder order) {
    Scope within(Scope scope) {
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
    }

    List<ClashKind> kinds() {
        return kind.map(List::of).orElseGet(() -> List.of(ClashKind.values()));
    }
}
