package kz.jolkarta.registry.tasks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has to be done about the children of the caller's territories, and about the reports of the caller's regions. */
@Component(service = Tasks.class)
public final class Tasks {
    static final String KIND = "task";

    private static final int WEEK = 7;

    private final Ledger ledger;

    @Activate
    public Tasks(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** A task with what it is to take back. @param takeBack empty but for a withdrawn consent */
    public record Opened(Task task, TakeBack takeBack) {}

    /** Open ones that are due within a week, or were. */
    public long dueSoon(User user) {
        return due(user, today().plusDays(WEEK));
    }

    /** Open ones whose last day is before this one or on it. */
    public long due(User user, LocalDate until) {
        TaskSight sight = TaskSight.of(user, Right.CHILDREN_READ);
        TaskFilter filter = new TaskFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(TaskState.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(until),
                TaskFilter.Order.DUE);
        return ledger.database().read(tx -> TaskStore.count(tx, filter, sight, today()));
    }

    public Page<Task> list(User user, TaskFilter filter, Paging page) {
        TaskSight sight = TaskSight.of(user, Right.CHILDREN_READ);
        return ledger.database()
                .read(tx -> page.page(
                        TaskStore.list(tx, filter, sight, today(), page), task -> Paging.key(task.dueOn(), task.id())));
    }

    /**
     * Opens a task, which is noted as every opening of a child's records.
     *
     * @throws Problem NOT_FOUND
     */
    public Opened open(User user, long id) {
        return ledger.database().call(tx -> {
            Task task = visible(tx, user, id);
            if (!task.kind().byItself()) {
                ledger.record(tx, user, Action.READ, KIND, id, task.territory(), "");
            }
            TakeBack back = task.kind() == TaskKind.CONSENT_WITHDRAWN
                    ? TakeBackStore.of(tx, task.childId(), task.recordId(), user.scope(Right.RECORDS_READ), today())
                    : TakeBack.NOTHING;
            return new Opened(task, back);
        });
    }

    /** What would have to be taken back if the child's consent were withdrawn; of what lies in the user's territories. @throws Problem NOT_FOUND */
    public TakeBack allowedBy(User user, long child, long consent) {
        return ledger.database().read(tx -> {
            ledger.requireChild(tx, user, child);
            return TakeBackStore.of(tx, child, consent, user.scope(Right.RECORDS_READ), today());
        });
    }

    /**
     * Takes a task for done, or opens it again.
     *
     * @param version that the caller saw, if it is given
     * @throws Problem NOT_FOUND; CONFLICT when it is in that state already, or is done by itself; STALE; INVALID without a note where one is needed
     */
    public Task move(User user, long id, OptionalInt version, StateChange change) {
        TaskState to = change.to(TaskState.class);
        return ledger.database().call(tx -> {
            Task found = visible(tx, user, id);
            if (found.kind().byItself()) {
                throw Problem.conflict("task.by-itself");
            }
            if (TaskStore.find(tx, id, TaskSight.of(user, Right.CHILDREN_WRITE), today())
                    .isEmpty()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", found.territory())
                        .refusing(KIND, id, found.territory(), Right.CHILDREN_WRITE.name());
            }
            int seen = version.orElse(found.version());
            if (seen != found.version()) {
                throw Difference.version(seen, found.version());
            }
            TaskState.MOVES.check(found.state(), to, change.reason());
            if (to == TaskState.DONE && found.kind().noted() && change.reason().isEmpty()) {
                throw Problem.field("reason", "task.note-needed");
            }
            if (!TaskStore.move(
                    tx, id, seen, to, change.reason(), user.id(), ledger.clock().now())) {
                throw Problem.conflict("record.moved");
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, found.territory(), Moves.code(to));
            return visible(tx, user, id);
        });
    }

    /** Notes the export and gives every task of the filter. */
    public Rows<Task> export(User user, TaskFilter filter) {
        TaskSight sight = TaskSight.of(user, Right.CHILDREN_EXPORT);
        ledger.database().run(tx -> {
            String detail = "rows=" + TaskStore.count(tx, filter, sight, today()) + " filters=" + filter.names();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            TaskStore.each(tx, filter, sight, today(), visitor);
            return null;
        });
    }

    private Task visible(Tx tx, User user, long id) {
        return TaskStore.find(tx, id, TaskSight.of(user, Right.CHILDREN_READ), today())
                .orElseThrow(() -> TaskStore.child(tx, id)
                        .map(child -> Reach.child(tx, user, Right.CHILDREN_READ, child))
                        .orElseGet(Problem::notFound));
    }

    private LocalDate today() {
        return ledger.clock().today();
    }
}
