package kz.jolkarta.registry.awards;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which awards a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param q beginning of the document's number
 */
public record AwardFilter(
        Optional<Integer> year,
        Optional<String> type,
        Optional<AwardState> state,
        Optional<String> territory,
        Optional<Long> child,
        Optional<Long> staff,
        Optional<String> q,
        Order order) {
    /** Sorted as: below every score. */
    static final int NO_SCORE = -1;

    /** How a list is sorted; BEST by the score, what has none last. */
    public enum Order {
        NEWEST("-id"),
        OLDEST("id"),
        BEST("-score");

        private final String code;

        Order(String code) {
            this.code = code;
        }

        /** @throws Problem INVALID for an unknown one */
        static Order of(String sort) {
            if (sort == null || sort.isBlank()) {
                return NEWEST;
            }
            return Stream.of(values())
                    .filter(o -> o.code.equals(sort.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.field(
                            "sort",
                            "record.choice",
                            Stream.of(values()).map(o -> o.code).collect(Collectors.joining(", "))));
        }
    }

    static final AwardFilter ALL = new AwardFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Order.NEWEST);

    /** The same without a state. */
    AwardFilter anyState() {
        return new AwardFilter(year, type, Optional.empty(), territory, child, staff, q, order);
    }

    /** The mark of a page that ends with this award. */
    String key(Award last) {
        return Paging.key(order == Order.BEST ? scored(last) : "", last.id());
    }

    private static int scored(Award award) {
        return award.score() == null ? NO_SCORE : award.score();
    }

    Query query(String measure, Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("a.measure = :measure", "measure", measure)
                .and(wanted.condition("a.territory"))
                .and("not exists (select 1 from child m where m.id = a.child_id and m.state = 'MERGED')")
                .and("a.award_year = :year", "year", year)
                .and("a.type = :type", "type", type)
                .and("a.state = :state", "state", state)
                .and("a.child_id = :child", "child", child)
                .and("a.staff_id = :staff", "staff", staff)
                .and("a.document_number like :q escape '!'", "q", q.map(Query::beginning));
    }
}
