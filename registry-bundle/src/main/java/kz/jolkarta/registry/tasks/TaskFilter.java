package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which tasks a list holds; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param overdue open ones whose last day is over
 * @param dueFrom first last day, inclusive
 * @param dueTo last one, inclusive
 */
public record TaskFilter(
        Optional<String> territory,
        Optional<TaskKind> kind,
        Optional<TaskState> state,
        Optional<Boolean> overdue,
        Optional<Long> child,
        Optional<LocalDate> dueFrom,
        Optional<LocalDate> dueTo,
        Order order) {
    private static final String OVERDUE = "t.state = 'OPEN' and t.due_on < :today";
    private static final String NOT_OVERDUE = "(t.state <> 'OPEN' or t.due_on >= :today)";

    /** The orders of the list. */
    public enum Order {
        DUE("due", "t.due_on, t.id", "(t.due_on > :kdue or t.due_on = :kdue and t.id > :kid)"),
        DUE_DOWN("-due", "t.due_on desc, t.id desc", "(t.due_on < :kdue or t.due_on = :kdue and t.id < :kid)"),
        NEWEST("-id", "t.id desc", "t.id < :kid");

        private final String code;
        private final String sql;
        private final String after;

        Order(String code, String sql, String after) {
            this.code = code;
            this.sql = sql;
            this.after = after;
        }

        /** @param text what was asked for; by the last day when it is blank */
        static Order of(String text) {
            if (text == null || text.isBlank()) {
                return DUE;
            }
            return List.of(values()).stream()
                    .filter(o -> o.code.equals(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("sort", "record.choice", "due, -due, -id"));
        }

        String sql() {
            return sql;
        }

        void after(Query query, Paging page) {
            if (page.first()) {
                return;
            }
            query.and(after).with("kid", page.id());
            if (this != NEWEST) {
                query.with("kdue", page.day());
            }
        }
    }

    Query query(TaskSight sight, LocalDate today) {
        Query query = new Query()
                .and(wanted(sight).condition())
                .and("t.kind = :kind", "kind", kind)
                .and("t.state = :state", "state", state)
                .and("t.child_id = :child", "child", child)
                .and("t.due_on >= :dueFrom", "dueFrom", dueFrom)
                .and("t.due_on <= :dueTo", "dueTo", dueTo);
        overdue.ifPresent(is -> query.and(is ? OVERDUE : NOT_OVERDUE).with("today", today));
        return query;
    }

    private TaskSight wanted(TaskSight sight) {
        return territory.map(sight::within).orElse(sight);
    }

    /** Derby does not count with the page's end and would sort all tasks of the country; over a small territory it is right to. */
    String from(TaskSight sight) {
        TaskSight wanted = wanted(sight);
        String along = order == Order.DUE && wanted.wide() && state.isPresent() && child.isEmpty()
                ? Along.index("task_due")
                : "";
        return "task t" + along + wanted.join();
    }

    /** Names of the filters in use, never their values. */
    String names() {
        return Stream.of(
                        territory.map(x -> "territory"),
                        kind.map(x -> "kind"),
                        state.map(x -> "state"),
                        overdue.map(x -> "overdue"),
                        child.map(x -> "child"),
                        dueFrom.or(() -> dueTo).map(x -> "due"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }
}
