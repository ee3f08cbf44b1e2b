package kz.jolkarta.registry.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.Reminders.Reminder;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class TasksTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;

    private final TestDatabase database;
    private final RecordWorld world;
    private final Tasks tasks;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    TasksTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        tasks = new Tasks(world.ledger);
    }

    @BeforeEach
    void none() {
        database.clear("task");
    }

    private long task(TaskKind kind, long child, long record, LocalDate due) {
        database.run(tx -> TaskStore.open(
                tx,
                database::nextId,
                new TaskStore.New(kind, child, record, RecordWorld.VILLAGE, due),
                world.clock.now()));
        return world.number("select id from task where record_id = :record", Map.of("record", record));
    }

    private static TaskFilter filter(String state, String overdue, String sort) {
        return TaskResource.filter(null, null, state, overdue, null, null, null, sort);
    }

    private List<Long> records(TaskFilter filter) {
        return tasks.list(coordinator, filter, Paging.of(200, "")).items().stream()
                .map(Task::recordId)
                .toList();
    }

    @Test
    void tasksStandByTheirLastDayAndOverdueOnesAreFound() {
        long child = world.child(RecordWorld.VILLAGE);
        task(TaskKind.CATEGORY_ENDS, child, 3, TODAY.plusDays(5));
        task(TaskKind.CONSENT_EXPIRES, child, 1, TODAY.minusDays(1));
        long today = task(TaskKind.CONSENT_WITHDRAWN, child, 2, TODAY);

        assertEquals(List.of(1L, 2L, 3L), records(filter("open", null, null)));
        assertEquals(List.of(3L, 2L, 1L), records(filter(null, null, "-due")));
        assertEquals(List.of(1L), records(filter(null, "true", null)));
        assertEquals(List.of(2L, 3L), records(filter(null, "false", null)));
        assertFalse(tasks.open(coordinator, today).task().overdue(), "the last day itself is in time");
        assertEquals(
                List.of(3L),
                records(TaskResource.filter(null, "category-ends", null, null, String.valueOf(child), null, null, "")));
    }

    @Test
    void pagesShowEveryTaskOnceInEveryOrder() {
        long child = world.child(RecordWorld.VILLAGE);
        for (int i = 1; i <= 7; i++) {
            task(TaskKind.CONSENT_EXPIRES, child, i, TODAY.plusDays(i / 3));
        }
        for (String sort : List.of("due", "-due", "-id")) {
            List<Long> seen = new ArrayList<>();
            String after = "";
            do {
                Page<Task> page = tasks.list(coordinator, filter("open", null, sort), Paging.of(2, after));
                page.items().forEach(t -> seen.add(t.recordId()));
                after = page.next();
            } while (!after.isEmpty());
            assertEquals(7, seen.size(), sort);
            assertEquals(7, new HashSet<>(seen).size(), sort);
            assertEquals(records(filter("open", null, sort)), seen, sort);
        }
    }

    @Test
    void anotherRegionsTasksAreUnknown() {
        long id = task(TaskKind.CONSENT_EXPIRES, world.child(RecordWorld.VILLAGE), 1, TODAY);
        User stranger = RecordWorld.coordinator("610000000");
        assertEquals(
                List.of(),
                tasks.list(stranger, filter(null, null, null), Paging.of(5, "")).items());
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> tasks.open(stranger, id));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> tasks.move(stranger, id, OptionalInt.empty(), new StateChange("done", "x")));
    }

    @Test
    void aTaskIsDoneByTheCoordinatorAndOpenedAgain() {
        long id = task(TaskKind.CONSENT_EXPIRES, world.child(RecordWorld.VILLAGE), 1, TODAY.minusDays(3));
        world.audited.clear();

        Task done = tasks.move(coordinator, id, OptionalInt.of(1), new StateChange("done", ""));
        assertEquals(TaskState.DONE, done.state());
        assertFalse(done.overdue(), "what is done is not overdue");
        assertEquals(coordinator.id(), done.doneBy());
        assertEquals(Action.UPDATE, world.audited.get(0).action());
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> tasks.move(coordinator, id, OptionalInt.of(1), new StateChange("open", "")));
        Refusal.of(
                Kind.CONFLICT,
                "record.move-illegal",
                () -> tasks.move(coordinator, id, OptionalInt.empty(), new StateChange("done", "")));

        Task open = tasks.move(coordinator, id, OptionalInt.of(2), new StateChange("open", ""));
        assertTrue(open.overdue());
        assertNull(open.doneBy());
    }

    @Test
    void whoOnlyReadsChildrenDoesNoTask() {
        long id = task(TaskKind.CONSENT_EXPIRES, world.child(RecordWorld.VILLAGE), 1, TODAY);
        User approver = RecordWorld.user(3, RecordWorld.REGION, Role.APPROVER);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> tasks.move(approver, id, OptionalInt.empty(), new StateChange("done", "")));
    }

    @Test
    void aWithdrawnConsentIsActedOnWithANoteAndSaysWhatToTakeBack() {
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, LocalDate.of(2025, 9, 1));
        long here = material(child, RecordWorld.VILLAGE);
        material(child, RecordWorld.ELSEWHERE);
        long id = task(TaskKind.CONSENT_WITHDRAWN, child, consent, TODAY.plusDays(21));

        TakeBack back = tasks.open(coordinator, id).takeBack();
        assertEquals(List.of(here), back.items().stream().map(TakeBack.Item::id).toList());
        assertEquals(1, back.elsewhere(), "what lies beyond the caller's territories is counted");

        Refusal.of(
                Kind.INVALID,
                "task.note-needed",
                () -> tasks.move(coordinator, id, OptionalInt.empty(), new StateChange("done", " ")));
        Task done = tasks.move(coordinator, id, OptionalInt.empty(), new StateChange("done", "видео алынып тасталды"));
        assertEquals("видео алынып тасталды", done.note());
    }

    @Test
    void aTransferConsentTakesBackActivitiesStillToComeAndAwardsStillHeld() {
        long child = world.child(RecordWorld.VILLAGE);
        long consent = world.consent(child, LocalDate.of(2025, 9, 1));
        database.run(tx -> tx.update("update consent set purpose = 'TRANSFER' where id = :id", Map.of("id", consent)));
        material(child, RecordWorld.VILLAGE);
        long coming = participation(child, TODAY.plusDays(10));
        participation(child, TODAY.minusDays(10));
        long id = task(TaskKind.CONSENT_WITHDRAWN, child, consent, TODAY.plusDays(21));

        assertEquals(
                List.of("participation:" + coming),
                tasks.open(coordinator, id).takeBack().items().stream()
                        .map(i -> i.kind() + ":" + i.id())
                        .toList());
    }

    @Test
    void anExportIsAuditedWithItsRows() {
        long child = world.child(RecordWorld.VILLAGE);
        task(TaskKind.CONSENT_EXPIRES, child, 1, TODAY);
        task(TaskKind.CONSENT_EXPIRES, child, 2, TODAY);
        world.audited.clear();
        List<Task> rows = new ArrayList<>();
        tasks.export(coordinator, filter("open", null, null)).each(rows::add);
        assertEquals(
                Stream.of(1L, 2L).toList(), rows.stream().map(Task::recordId).toList());
        assertEquals("rows=2 filters=state", world.audited.get(0).detail());
    }

    @Test
    void aReportsTaskIsTheRegionsAndStandsAmongTheChildrensByItsLastDay() {
        long child = world.child(RecordWorld.VILLAGE);
        task(TaskKind.CONSENT_EXPIRES, child, 1, TODAY.plusDays(1));
        task(TaskKind.CONSENT_EXPIRES, child, 3, TODAY.plusDays(3));
        RegionReminders reminders = new RegionReminders(world.ledger);
        Reminder due = new Reminder(2, RecordWorld.REGION, TODAY.plusDays(2), "2026", "/reports/2026/230000000");
        database.run(tx -> reminders.open(tx, List.of(due)));
        database.run(tx -> reminders.open(tx, List.of(due)));

        assertEquals(List.of(1L, 2L, 3L), records(filter("open", null, null)));
        Task report = tasks.list(coordinator, filter(null, null, null), Paging.of(9, ""))
                .items()
                .get(1);
        assertNull(report.childId());
        assertEquals(RecordWorld.REGION, report.territory());
        assertEquals(1, report.version(), "opening it again changed nothing");
        assertEquals(3, tasks.due(coordinator, TODAY.plusDays(3)));
        List<Task> file = new ArrayList<>();
        tasks.export(coordinator, filter("open", null, null)).each(file::add);
        assertEquals(3, file.size());
        assertEquals(
                List.of(1L, 3L),
                records(TaskResource.filter(null, null, null, null, String.valueOf(child), null, null, null)));
        assertEquals(
                List.of(2L),
                records(TaskResource.filter(RecordWorld.REGION, "report-due", null, null, null, null, null, null)));
        assertEquals(
                List.of(),
                records(TaskResource.filter(RecordWorld.VILLAGE, "report-due", null, null, null, null, null, null)));
        Refusal.of(
                Kind.CONFLICT,
                "task.by-itself",
                () -> tasks.move(coordinator, report.id(), OptionalInt.empty(), new StateChange("done", "")));

        database.run(tx -> reminders.close(tx, List.of(2L)));
        assertEquals(List.of(1L, 3L), records(filter("open", null, null)));
        database.run(tx -> reminders.open(tx, List.of(due)));
        assertEquals(List.of(1L, 2L, 3L), records(filter("open", null, null)));
    }

    private long material(long child, String territory) {
        long id = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into deliverable (id, measure, type, title, territory, state, deliverable_year, created_by, created_at)"
                            + " values (:id, 'm', 'video', 'x', :territory, 'ADOPTED', 2026, 1, :at)",
                    Map.of("id", id, "territory", territory, "at", world.clock.now()));
            tx.update(
                    "insert into deliverable_child (deliverable_id, child_id) values (:id, :child)",
                    Map.of("id", id, "child", child));
        });
        return id;
    }

    private long participation(long child, LocalDate day) {
        long activity = database.nextId();
        long id = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                            + " values (:id, 'm', 't', 'x', :territory, :day, :day, 'OPEN', 1, :at)",
                    Map.of("id", activity, "territory", RecordWorld.VILLAGE, "day", day, "at", world.clock.now()));
            tx.update(
                    "insert into participation (id, activity_id, child_id, state, applied_at)"
                            + " values (:id, :activity, :child, 'ACCEPTED', :at)",
                    Map.of("id", id, "activity", activity, "child", child, "at", world.clock.now()));
        });
        return id;
    }
}
