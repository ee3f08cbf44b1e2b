package kz.jolkarta.registry.deliverables;

import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Query;

/**
 * Which deliverables a list holds, newest first; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param q any part of the title, in any case
 */
public record DeliverableFilter(
        Optional<Integer> year,
        Optional<String> type,
        Optional<DeliverableState> state,
        Optional<String> territory,
        Optional<String> language,
        Optional<String> q) {
    /** A measure has thousands of deliverables at most, so that a part of the title may be looked for in all of them. */
    Query query(String measure, Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("d.measure = :measure", "measure", measure)
                .and(wanted.condition("d.territory"))
                .and("d.deliverable_year = :year", "year", year)
                .and("d.type = :type", "type", type)
                .and("d.state = :state", "state", state)
                .and("d.language = :language", "language", language)
                .and("lower(d.title) like :q escape '!'", "q", q.map(t -> Query.part(t.toLowerCase(Locale.ROOT))));
    }
}
