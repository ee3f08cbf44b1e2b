package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which activities a list holds; an empty member means all.
 *
 * @param year of the first day
 * @param territory KATO code of a unit; all below it too
 * @param leader id of the member of staff who leads it
 * @param q any part of the title, in any case
 * @param from activities that end on this day or later
 * @param to activities that start on this day or earlier
 */
public record ActivityFilter(
        Optional<Integer> year,
        Optional<String> type,
        Optional<ActivityState> state,
        Optional<String> territory,
        Optional<Long> leader,
        Optional<String> q,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Order order) {
    /** The orders of the list. */
    public enum Order {
        LATEST("-starts", "a.starts desc, a.id desc", "(a.starts < :k or (a.starts = :k and a.id < :kid))"),
        EARLIEST("starts", "a.starts, a.id", "(a.starts > :k or (a.starts = :k and a.id > :kid))");

        private final String code;
        private final String sql;
        private final String after;

        Order(String code, String sql, String after) {
            this.code = code;
            this.sql = sql;
            this.after = after;
        }

        public static Order of(String text) {
            if (text == null || text.isBlank() || text.equals(LATEST.code)) {
                return LATEST;
            }
            if (text.equals(EARLIEST.code)) {
                return EARLIEST;
            }
            throw Problem.field("sort", "record.choice", LATEST.code + ", " + EARLIEST.code);
        }

        String sql() {
            return sql;
        }

        void after(Query query, Paging page) {
            try {
                query.and(after, "k", LocalDate.parse(page.value())).with("kid", page.id());
            } catch (java.time.DateTimeException foreign) {
                throw Problem.field("after", "record.after");
            }
        }

        static String key(Activity activity) {
            return Paging.key(activity.starts(), activity.id());
        }
    }

    /** A measure has thousands of activities at most, so that a part of the title may be looked for in all of them. */
    Query query(String measure, Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("a.measure = :measure", "measure", measure)
                .and(wanted.condition("a.territory"))
                .and("a.starts >= :yearFrom", "yearFrom", year.map(y -> LocalDate.of(y, 1, 1)))
                .and("a.starts <= :yearTo", "yearTo", year.map(y -> LocalDate.of(y, 12, 31)))
                .and("a.type = :type", "type", type)
                .and("a.state = :state", "state", state)
                .and("a.leader_id = :leader", "leader", leader)
                .and("a.ends >= :from", "from", from)
                .and("a.starts <= :to", "to", to)
                .and("lower(a.title) like :q escape '!'", "q", q.map(t -> Query.part(t.toLowerCase(Locale.ROOT))));
    }
}
