package kz.jolkarta.registry.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** The table of tasks. Whoever makes or drops one writes the audit trail of what caused it. */
public final class TaskStore {
    private static final String COLUMNS =
            "select t.id, t.kind, t.child_id, t.record_id, t.due_on, t.state, t.note, t.created_at, t.done_by, t.done_at,"
                    + " t.version, c.territory, c.surname, c.given_name, c.patronymic from ";

    private TaskStore() {}

    /**
     * A task still to be made.
     *
     * @param territory KATO code of where the child lives
     * @param dueOn the last day
     */
    public record New(TaskKind kind, long child, long record, String territory, LocalDate dueOn) {}

    /** Makes the task, or opens it again with the new day when there was one about the record. */
    public static void open(Tx tx, LongSupplier ids, New task, Instant now) {
        Map<String, Object> known = Map.of("kind", task.kind(), "record", task.record(), "due", task.dueOn());
        int again = tx.update(
                "update task set state = 'OPEN', due_on = :due, note = null, done_by = null, done_at = null,"
                        + " version = version + 1 where kind = :kind and record_id = :record",
                known);
        if (again == 0) {
            insert(tx, ids, List.of(task), now);
        }
    }

    /** Makes tasks about records that have none of the kind. @throws kz.jolkarta.core.db.ConstraintViolation for one that has */
    public static void insert(Tx tx, LongSupplier ids, List<New> tasks, Instant now) {
        List<Map<String, Object>> rows = tasks.stream()
                .map(task -> Map.<String, Object>of(
                        "id",
                        ids.getAsLong(),
                        "kind",
                        task.kind(),
                        "child",
                        task.child(),
                        "record",
                        task.record(),
                        "territory",
                        task.territory(),
                        "due",
                        task.dueOn(),
                        "now",
                        now))
                .toList();
        if (!rows.isEmpty()) {
            tx.batch(
                    "insert into task (id, kind, child_id, record_id, territory, due_on, created_at)"
                            + " values (:id, :kind, :child, :record, :territory, :due, :now)",
                    rows);
        }
    }

    /** Takes an open task away whose cause was a mistake; one that was done stays. */
    public static void drop(Tx tx, TaskKind kind, long record) {
        tx.update(
                "delete from task where kind = :kind and record_id = :record and state = 'OPEN'",
                Map.of("kind", kind, "record", record));
    }

    static Optional<Task> find(Tx tx, long id, Scope scope, LocalDate today) {
        return tx.one(
                COLUMNS + "task t join child c on c.id = t.child_id where t.id = :id and " + scope.persons("c"),
                Map.of("id", id),
                row -> task(row, today));
    }

    /** Whose task it is, whoever asks. */
    static Optional<Long> child(Tx tx, long id) {
        return tx.one("select child_id from task where id = :id", Map.of("id", id), row -> row.number("child_id"));
    }

    static List<Task> list(Tx tx, TaskFilter filter, Scope scope, LocalDate today, Paging page) {
        Query query = filter.query(scope, today);
        filter.order().after(query, page);
        return tx.list(
                COLUMNS + filter.from(scope) + " where " + query.where() + " order by "
                        + filter.order().sql() + page.fetch(),
                query.params(),
                row -> task(row, today));
    }

    static long count(Tx tx, TaskFilter filter, Scope scope, LocalDate today) {
        Query query = filter.query(scope, today);
        return tx.number("select count(*) from " + filter.from(scope) + " where " + query.where(), query.params());
    }

    static void each(Tx tx, TaskFilter filter, Scope scope, LocalDate today, Consumer<Task> visitor) {
        Query query = filter.query(scope, today);
        tx.each(
                COLUMNS + filter.from(scope) + " where " + query.where() + " order by "
                        + filter.order().sql(),
                query.params(),
                row -> visitor.accept(task(row, today)));
    }

    /** @return whether it was still of that version */
    static boolean move(Tx tx, long id, int version, TaskState to, String note, long by, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        params.put("state", to);
        params.put("note", note.isEmpty() ? null : note);
        params.put("by", to == TaskState.DONE ? by : null);
        params.put("at", to == TaskState.DONE ? now : null);
        return tx.update(
                        "update task set state = :state, note = :note, done_by = :by, done_at = :at, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    private static Task task(Row row, LocalDate today) {
        TaskState state = row.value("state", TaskState.class);
        LocalDate due = row.date("due_on");
        return new Task(
                row.number("id"),
                row.value("kind", TaskKind.class),
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.number("record_id"),
                row.text("territory"),
                due,
                state == TaskState.OPEN && due.isBefore(today),
                state,
                row.optionalText("note").orElse(null),
                row.instant("created_at"),
                row.optionalNumber("done_by").orElse(null),
                row.optionalInstant("done_at").orElse(null),
                row.integer("version"));
    }
}
