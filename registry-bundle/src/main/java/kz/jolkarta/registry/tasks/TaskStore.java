package kz.jolkarta.registry.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Reminders.Reminder;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** The table of tasks. Whoever makes or drops one writes the audit trail of what caused it. */
public final class TaskStore {
    private static final String COLUMNS =
            "select t.id, t.kind, t.child_id, t.record_id, t.due_on, t.state, t.note, t.created_at, t.done_by, t.done_at,"
                    + " t.version, t.subject, t.page, coalesce(c.territory, t.territory) territory, c.surname, c.given_name, c.patronymic from ";

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

    static Optional<Task> find(Tx tx, long id, TaskSight sight, LocalDate today) {
        return tx.one(
                COLUMNS + "task t" + sight.join() + " where t.id = :id and " + sight.condition(),
                Map.of("id", id),
                row -> task(row, today));
    }

    /** The reports' tasks among these, by the reminder. */
    static Set<Long> reminders(Tx tx, Collection<Long> records) {
        return Set.copyOf(tx.list(
                "select record_id from task where kind = 'REPORT_DUE' and record_id in (:records)",
                Map.of("records", records),
                row -> row.number("record_id")));
    }

    /** @return tasks that changed: closed ones, and those with another last day */
    static int reopen(Tx tx, List<Reminder> reminders) {
        return tx.batch(
                "update task set state = 'OPEN', due_on = :due, done_by = null, done_at = null, version = version + 1"
                        + " where kind = 'REPORT_DUE' and record_id = :record and (state <> 'OPEN' or due_on <> :due)",
                reminders.stream()
                        .map(r -> Map.<String, Object>of("record", r.record(), "due", r.dueOn()))
                        .toList());
    }

    static void remind(Tx tx, LongSupplier ids, List<Reminder> reminders, Instant now) {
        tx.batch(
                "insert into task (id, kind, record_id, territory, due_on, subject, page, created_at)"
                        + " values (:id, 'REPORT_DUE', :record, :region, :due, :subject, :page, :now)",
                reminders.stream()
                        .map(r -> Map.<String, Object>of(
                                "id",
                                ids.getAsLong(),
                                "record",
                                r.record(),
                                "region",
                                r.region(),
                                "due",
                                r.dueOn(),
                                "subject",
                                r.subject(),
                                "page",
                                r.page(),
                                "now",
                                now))
                        .toList());
    }

    /** @return tasks that were open */
    static int closeReminders(Tx tx, Collection<Long> records, Instant now) {
        return tx.update(
                "update task set state = 'DONE', done_by = 0, done_at = :now, version = version + 1"
                        + " where kind = 'REPORT_DUE' and state = 'OPEN' and record_id in (:records)",
                Map.of("records", records, "now", now));
    }

    /** Whose task it is, whoever asks. */
    static Optional<Long> child(Tx tx, long id) {
        return tx.one("select child_id from task where id = :id", Map.of("id", id), row -> row.number("child_id"));
    }

    static List<Task> list(Tx tx, TaskFilter filter, TaskSight sight, LocalDate today, Paging page) {
        Query query = filter.query(sight, today);
        filter.order().after(query, page);
        return tx.list(
                COLUMNS + filter.from(sight) + " where " + query.where() + " order by "
                        + filter.order().sql() + page.fetch(),
                query.params(),
                row -> task(row, today));
    }

    static long count(Tx tx, TaskFilter filter, TaskSight sight, LocalDate today) {
        Query query = filter.query(sight, today);
        return tx.number("select count(*) from " + filter.from(sight) + " where " + query.where(), query.params());
    }

    static void each(Tx tx, TaskFilter filter, TaskSight sight, LocalDate today, Consumer<Task> visitor) {
        Query query = filter.query(sight, today);
        tx.each(
                COLUMNS + filter.from(sight) + " where " + query.where() + " order by "
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
        Optional<Long> child = row.optionalNumber("child_id");
        return new Task(
                row.number("id"),
                row.value("kind", TaskKind.class),
                child.orElse(null),
                child.map(c -> Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")))
                        .orElse(null),
                row.optionalText("subject").orElse(null),
                row.optionalText("page").orElse(null),
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
