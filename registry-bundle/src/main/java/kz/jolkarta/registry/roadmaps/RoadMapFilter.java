package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.ExtentStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which road maps a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param schoolYear the year the school year begins in
 * @param withoutSteps those that have no step but dropped ones
 * @param overdue a draft past its term, or an approved one with a step past its term
 * @param coordinator member of staff who answers for the child
 * @param school organisation where the child learns
 * @param letter of the class, in either case
 * @param q names of the child in either order, in any spelling, each perhaps only begun
 */
public record RoadMapFilter(
        Optional<String> territory,
        Optional<RoadMapState> state,
        Optional<Integer> schoolYear,
        Optional<Boolean> overdue,
        Optional<Boolean> withoutSteps,
        Optional<Long> coordinator,
        Optional<Long> school,
        Optional<Integer> grade,
        Optional<String> letter,
        Optional<String> q,
        Order order) {
    /** Every map that the caller may see. */
    public static final RoadMapFilter ALL = new RoadMapFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Order.DUE);

    static final String OVERDUE =
            "(m.state in ('DRAFT', 'AGREED') and m.due_on < :today or m.state = 'APPROVED' and exists"
                    + " (select 1 from road_map_step s" + Along.loopingIndex("road_map_step_map")
                    + " where s.road_map_id = m.id and s.state = 'PLANNED' and s.due_on < :today))";

    /** The orders of the list. */
    public enum Order {
        DUE("due", "m.due_on, m.id"),
        NEWEST("-id", "m.id desc");

        private final String code;
        private final String sql;

        Order(String code, String sql) {
            this.code = code;
            this.sql = sql;
        }

        /** @param text what was asked for; by the term when it is blank */
        static Order of(String text) {
            if (text == null || text.isBlank()) {
                return DUE;
            }
            return List.of(values()).stream()
                    .filter(o -> o.code.equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("sort", "record.choice", "due, -id"));
        }

        String sql() {
            return sql;
        }

        /** Goes on behind the last row seen. */
        void after(Query query, Paging page) {
            if (page.first()) {
                return;
            }
            if (this == NEWEST) {
                query.and("m.id < :kid", "kid", page.id());
            } else {
                query.and("(m.due_on > :kdue or m.due_on = :kdue and m.id > :kid)", "kid", page.id())
                        .with("kdue", due(page.value()));
            }
        }

        private static LocalDate due(String value) {
            try {
                return LocalDate.parse(value);
            } catch (java.time.DateTimeException foreign) {
                throw Problem.field("after", "record.after");
            }
        }
    }

    /** The same of one state. */
    RoadMapFilter in(RoadMapState one) {
        return new RoadMapFilter(
                territory,
                Optional.of(one),
                schoolYear,
                overdue,
                withoutSteps,
                coordinator,
                school,
                grade,
                letter,
                q,
                order);
    }

    Query query(Scope scope, LocalDate today) {
        Query query = new Query()
                .and(wanted(scope).persons("c"))
                .and("c.state not in ('ARCHIVED', 'MERGED') and c.destroyed_on is null")
                .and("m.state = :state", "state", state)
                .and("m.school_year = :year", "year", schoolYear)
                .and("c.coordinator_id = :coordinator", "coordinator", coordinator)
                .and("c.school_id = :school", "school", school)
                .and("c.grade = :grade", "grade", grade)
                .and("upper(c.grade_letter) = :letter", "letter", letter.map(l -> l.toUpperCase(Locale.ROOT)));
        withoutSteps.ifPresent(is -> query.and((is ? "not " : "")
                + "exists (select 1 from road_map_step s where s.road_map_id = m.id and s.state <> 'DROPPED')"));
        overdue.ifPresent(is -> query.and((is ? "" : "not ") + OVERDUE).with("today", today));
        q.ifPresent(names -> named(query, NameKey.of(names)));
        return query;
    }

    private static void named(Query query, String key) {
        if (key.isEmpty()) {
            query.and("1 = 0");
            return;
        }
        String begun = "like :names escape '!'";
        query.and("(c.key_surname " + begun + " or c.key_given " + begun + ")")
                .with("names", Query.beginning(key).replace(" ", "% "));
    }

    private Scope wanted(Scope scope) {
        return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
    }

    /** Derby does not count with the page's end and would hash all children and sort all maps of the country; over a small territory it is right to. */
    String from(Tx tx, Scope scope) {
        return order == Order.DUE && q.isEmpty() && ExtentStore.wide(tx, wanted(scope))
                ? Along.ORDER + " road_map m" + Along.index("road_map_due") + " join child c"
                        + Along.looping("child_pk") + " on c.id = m.child_id"
                : "road_map m join child c on c.id = m.child_id";
    }

    /** Names of the filters in use, never their values: those may be personal data. */
    String names() {
        return String.join(
                ",",
                java.util.stream.Stream.of(
                                territory.map(x -> "territory"),
                                state.map(x -> "state"),
                                schoolYear.map(x -> "schoolYear"),
                                overdue.map(x -> "overdue"),
                                withoutSteps.map(x -> "withoutSteps"),
                                coordinator.map(x -> "coordinator"),
                                school.map(x -> "school"),
                                grade.map(x -> "grade"),
                                letter.map(x -> "letter"),
                                q.map(x -> "q"))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
