package kz.jolkarta.registry.awards;

import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Query;

/**
 * Which awards a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param q beginning of the document's number
 * @param descending newest first
 */
public record AwardFilter(
        Optional<Integer> year,
        Optional<String> type,
        Optional<AwardState> state,
        Optional<String> territory,
        Optional<Long> child,
        Optional<String> q,
        boolean descending) {
    /** @throws Problem INVALID for an unknown order */
    public static boolean descending(String sort) {
        if (sort == null || sort.isBlank() || sort.equals("-id")) {
            return true;
        }
        if (sort.equals("id")) {
            return false;
        }
        throw Problem.field("sort", "record.choice", "-id, id");
    }

    Query query(String measure, Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("a.measure = :measure", "measure", measure)
                .and(wanted.condition("a.territory"))
                .and("a.award_year = :year", "year", year)
                .and("a.type = :type", "type", type)
                .and("a.state = :state", "state", state)
                .and("a.child_id = :child", "child", child)
                .and("a.document_number like :q escape '!'", "q", q.map(Query::beginning));
    }
}
