package kz.jolkarta.registry.budgets;

import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * Which budgets a list holds; an empty member means all, an empty year this one.
 *
 * @param territory KATO code of a unit; all below it too
 */
record BudgetFilter(Optional<Integer> year, Optional<String> territory, Optional<FundingSource> source) {
    Scope within(Scope scope) {
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
    }
}
