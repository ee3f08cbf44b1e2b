package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.tasks.Task;
import kz.jolkarta.registry.tasks.TaskFilter;
import kz.jolkarta.registry.tasks.TaskKind;
import kz.jolkarta.registry.tasks.TaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that remind a region of its report. */
@BothEngines(Node.Registry.class)
class RemindersTest {
    private static final User COORDINATOR = Node.user(Role.COORDINATOR, "23");
    private static final User APPROVER = Node.user("marat", Role.APPROVER, "23");
    private static final User MINISTRY = Node.user(Role.ADMINISTRATOR, "");

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    private void on(String day) {
        node.clock.set(LocalDate.parse(day));
        node.reminders.look();
    }

    private List<Task> tasks(User user, TaskState state) {
        TaskFilter filter = new TaskFilter(
                Optional.empty(),
                Optional.of(TaskKind.REPORT_DUE),
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TaskFilter.Order.DUE);
        return node.tasks.list(user, filter, Paging.of(200, "")).items();
    }

    private List<Task> open(User user) {
        return tasks(user, TaskState.OPEN);
    }

    private void explain() {
        List.of("statistics", "technoparks", "health-camps", "information-support")
                .forEach(m -> node.written.write(
                        COORDINATOR, "2026", "23", new ReportTexts.TextInput(m, "Жоқ", "Нет"), OptionalInt.empty()));
    }

    @Test
    void a_region_is_reminded_thirty_ten_three_and_one_day_before_once_each() {
        on("2026-12-10");
        assertEquals(List.of(), open(COORDINATOR), "31 days are left");
        for (String day : List.of("2026-12-11", "2026-12-31", "2027-01-07", "2027-01-09")) {
            on(day);
            on(day);
            Task task = open(COORDINATOR).get(0);
            assertEquals(1, open(COORDINATOR).size(), "one at a time: " + day);
            assertEquals(LocalDate.of(2027, 1, 10), task.dueOn());
            assertEquals("2026", task.subject());
            assertEquals("/reports/2026/230000000", task.page());
        }
        assertEquals(3, tasks(COORDINATOR, TaskState.DONE).size(), "each step took the place of the one before");
        on("2027-01-08");
        on("2027-01-12");
        assertTrue(open(COORDINATOR).get(0).overdue());
        assertEquals(3, tasks(COORDINATOR, TaskState.DONE).size());
        assertEquals(20, open(Node.user(Role.APPROVER, "")).size(), "one for each region of the country");
    }

    @Test
    void whoever_prepares_or_hands_in_the_regions_report_sees_it() {
        on("2026-12-20");
        assertEquals(1, open(COORDINATOR).size());
        assertEquals(1, open(APPROVER).size());
        assertEquals(List.of(), open(Node.user(Role.COORDINATOR, "2336")), "a district makes no report");
        assertEquals(List.of(), open(Node.user(Role.PSYCHOLOGIST, "23")));
        Task elsewhere = open(Node.user(Role.COORDINATOR, "61")).get(0);
        assertEquals("610000000", elsewhere.territory());
        Problem unknown = assertThrows(Problem.class, () -> node.tasks.open(COORDINATOR, elsewhere.id()));
        assertEquals(Problem.Kind.NOT_FOUND, unknown.kind());
    }

    @Test
    void it_is_done_by_handing_in_and_never_by_hand() {
        explain();
        on("2027-01-02");
        long id = open(COORDINATOR).get(0).id();
        Problem byHand = assertThrows(
                Problem.class,
                () -> node.tasks.move(COORDINATOR, id, OptionalInt.empty(), new StateChange("done", "тапсырдым")));
        assertEquals("task.by-itself", byHand.message().key());
        node.handIn(COORDINATOR, APPROVER, "2026", "23");
        assertEquals(List.of(), open(COORDINATOR));
        on("2027-01-09");
        assertEquals(List.of(), open(COORDINATOR), "no further step once the report stands");
        assertEquals(19, open(Node.user(Role.APPROVER, "")).size());
    }

    @Test
    void a_report_that_is_given_back_opens_it_again() {
        explain();
        on("2027-01-02");
        node.handIn(COORDINATOR, APPROVER, "2026", "23");
        node.verdicts.giveBack(MINISTRY, "2026", "23", 1, Remarks.of("Түзетіңіз", Map.of()));
        assertEquals(1, open(COORDINATOR).size());
        node.handIn(COORDINATOR, APPROVER, "2026", "23");
        assertEquals(List.of(), open(COORDINATOR));
        node.clock.set(LocalDate.of(2027, 1, 20));
        node.verdicts.giveBack(MINISTRY, "2026", "23", 2, Remarks.of("Тағы да", Map.of()));
        assertTrue(open(COORDINATOR).get(0).overdue(), "the day is over by now");
    }

    @Test
    void another_term_moves_the_last_day_of_the_task() {
        on("2027-01-02");
        node.calendar.change(
                MINISTRY,
                "997",
                "year",
                "region",
                OptionalInt.of(0),
                new TermInput(
                        MonthDay.of(1, 12),
                        null,
                        WeekendRule.NONE,
                        LocalDate.of(2026, 12, 31),
                        "Каникулы",
                        "112-қ",
                        LocalDate.of(2026, 12, 20)));
        on("2027-01-02");
        assertEquals(LocalDate.of(2027, 1, 12), open(COORDINATOR).get(0).dueOn());
        assertEquals(1, open(COORDINATOR).size());
    }
}
