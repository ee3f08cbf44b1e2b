package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Query;

/**
 * Which payment runs a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 */
record RunFilter(Optional<Integer> year, Optional<RunState> state, Optional<String> territory, Optional<String> type) {
    Query query(String measure, Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("r.measure = :measure", "measure", measure)
                .and(wanted.condition("r.territory"))
                .and("r.run_month >= :yearFrom", "yearFrom", year.map(y -> LocalDate.of(y, 1, 1)))
                .and("r.run_month <= :yearTo", "yearTo", year.map(y -> LocalDate.of(y, 12, 31)))
                .and("r.state = :state", "state", state)
                .and("r.type = :type", "type", type);
    }
}
