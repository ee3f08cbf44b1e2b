package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Targets as they are set, changed, taken back and read. */
@BothEngines(Node.Registry.class)
class TargetsTest {
    private static final User MINISTRY = Node.user("ministry", Role.ADMINISTRATOR, "");
    private static final User COORDINATOR = Node.user("aigul", Role.COORDINATOR, "23");
    private static final LocalDate ORDERED = LocalDate.of(2026, 1, 20);

    private Node node;

    @BeforeEach
    void node(TestDatabase database) {
        node = new Node(database);
    }

    @AfterEach
    void empty() {
        node.empty();
    }

    static TargetInput input(String value) {
        return new TargetInput(value, "Министрдің бұйрығы", "112-қ", ORDERED);
    }

    private Target set(User user, String place, String measure, String indicator, int version, TargetInput input) {
        return node.targetChanges.set(user, "2026", place, measure, indicator, OptionalInt.of(version), input);
    }

    private Target set(String place, String measure, String indicator, String value) {
        return set(MINISTRY, place, measure, indicator, 0, input(value));
    }

    private Target takeBack(User user, int version, String reason) {
        return node.targetChanges.takeBack(
                user, "2026", "23", "statistics", "gifted", OptionalInt.of(version), new TargetChanges.Removal(reason));
    }

    private static Problem refused(Executable act) {
        return assertThrows(Problem.class, act);
    }

    private static Problem.Kind kind(Executable act) {
        return refused(act).kind();
    }

    private Targets.Opened gifted() {
        return node.targets.open(COORDINATOR, "2026", "23", "statistics", "gifted");
    }

    @Test
    void what_is_set_holds_by_its_document_and_what_it_replaces_stays_in_the_history() {
        set("23", "statistics", "gifted", "1 200");
        TargetInput later = new TargetInput("1300", "Министрдің бұйрығы", "140-қ", LocalDate.of(2026, 2, 25));
        set(MINISTRY, "230000000", "statistics", "gifted", 1, later);
        Target held = gifted().held().orElseThrow();
        assertEquals(Optional.of(new BigDecimal("1300")), held.value());
        assertEquals(
                Optional.of(new Target.Ground("Министрдің бұйрығы", "140-қ", LocalDate.of(2026, 2, 25))),
                held.ground());
        assertEquals(Unit.PERSONS, held.unit());
        Target first = gifted().history().get(1);
        assertEquals(Optional.of(new BigDecimal("1200")), first.value());
        assertEquals(new Submission.Act("ministry", node.clock.now()), first.set());
        assertEquals(
                List.of(
                        entry(Audit.Action.CREATE, "2026 statistics/gifted - > 1200 № 112-қ"),
                        entry(Audit.Action.UPDATE, "2026 statistics/gifted 1200 > 1300 № 140-қ")),
                node.audited);
    }

    private static Audit.Entry entry(Audit.Action action, String detail) {
        return new Audit.Entry(action, "report-target", 0, Node.ATYRAU, detail);
    }

    @Test
    void what_is_taken_back_stands_beside_no_figure_and_keeps_its_history() {
        set("23", "statistics", "gifted", "1200");
        assertEquals(
                "reason",
                refused(() -> takeBack(MINISTRY, 1, " ")).fields().get(0).field());
        takeBack(MINISTRY, 1, "Қате енгізілген");
        assertEquals(YearTargets.NONE, node.targets.of(2026, Node.ATYRAU));
        assertEquals(Optional.empty(), gifted().held());
        assertEquals("Қате енгізілген", gifted().last().orElseThrow().reason());
        assertEquals(2, gifted().version());
        assertEquals(entry(Audit.Action.DELETE, "2026 statistics/gifted 1200 > -"), node.audited.get(1));
        assertEquals(
                "report.target.none",
                refused(() -> takeBack(MINISTRY, 2, "x")).message().key());
        set(MINISTRY, "23", "statistics", "gifted", 2, input("900"));
        assertEquals(Audit.Action.CREATE, node.audited.get(2).action());
        assertEquals(
                List.of(3, 2, 1),
                gifted().history().stream().map(Target::number).toList());
    }

    @Test
    void the_same_by_the_same_document_once_more_changes_nothing() {
        set("23", "statistics", "gifted", "1200");
        assertEquals(
                1,
                set(MINISTRY, "23", "statistics", "gifted", 1, input("1 200,0")).number());
        assertEquals(1, node.audited.size());
    }

    @Test
    void a_value_is_written_as_the_figure_is_counted() {
        set("23", "statistics", "gifted-share", "8,5");
        set("23", "statistics", "gifted-change", "-3");
        set("23", "health-camps", "money", "1 500 000,50");
        set("country", "technoparks", "hours", "0");
        YearTargets region = node.targets.of(2026, Node.ATYRAU);
        assertEquals(
                new BigDecimal("8.5"),
                region.byFigure().get("statistics/gifted-share").value());
        assertEquals(
                new BigDecimal("-3"),
                region.byFigure().get("statistics/gifted-change").value());
        assertEquals(
                new BigDecimal("1500000.5"),
                region.byFigure().get("health-camps/money").value());
        assertEquals(
                BigDecimal.ZERO,
                node.targets.of(2026, "").byFigure().get("technoparks/hours").value());
        for (List<String> wrong : List.of(
                List.of("statistics", "gifted", "12,5"),
                List.of("statistics", "gifted", "-1"),
                List.of("statistics", "gifted", "көп"),
                List.of("statistics", "gifted-share", "101"),
                List.of("health-camps", "money", "1,005"),
                List.of("health-camps", "issued", "9".repeat(40)))) {
            Problem problem = refused(() -> set("23", wrong.get(0), wrong.get(1), wrong.get(2)));
            assertEquals("value", problem.fields().get(0).field(), wrong.toString());
        }
    }

    @Test
    void a_target_needs_its_value_and_the_document_that_sets_it_and_everything_that_is_wrong_is_said_at_once() {
        Problem wrong =
                refused(() -> set(MINISTRY, "23", "statistics", "gifted", 0, new TargetInput(" ", "", null, null)));
        assertEquals(
                Set.of("value", "title", "number", "date"),
                wrong.fields().stream().map(Problem.FieldError::field).collect(Collectors.toSet()));
        TargetInput endless = new TargetInput("1", "ұ".repeat(301), "7".repeat(61), LocalDate.of(1026, 1, 1));
        assertEquals(
                Set.of("title", "number", "date"),
                refused(() -> set(MINISTRY, "23", "statistics", "gifted", 0, endless)).fields().stream()
                        .map(Problem.FieldError::field)
                        .collect(Collectors.toSet()));
        assertTrue(node.audited.isEmpty());
    }

    @Test
    void whoever_saw_an_older_state_is_told_what_differs() {
        set("23", "statistics", "gifted", "1200");
        Problem stale = refused(() -> set(MINISTRY, "23", "statistics", "gifted", 0, input("7")));
        assertEquals(Problem.Kind.STALE, stale.kind());
        assertTrue(stale.details().toString().contains("value"), stale.details()::toString);
        assertEquals(Problem.Kind.STALE, kind(() -> takeBack(MINISTRY, 0, "x")));
        assertEquals(
                Problem.Kind.PRECONDITION_REQUIRED,
                kind(() -> node.targetChanges.set(
                        MINISTRY, "2026", "23", "statistics", "gifted", OptionalInt.empty(), input("7"))));
    }

    @Test
    void only_the_national_office_sets_targets_and_whoever_sees_a_report_sees_them() {
        set("23", "statistics", "gifted", "1200");
        set("61", "statistics", "gifted", "300");
        set("country", "statistics", "gifted", "9000");
        User region = Node.user(Role.ADMINISTRATOR, "23");
        for (User user : List.of(COORDINATOR, region, Node.user(Role.ANALYST, ""))) {
            assertEquals(Problem.Kind.FORBIDDEN, kind(() -> set(user, "23", "statistics", "gifted", 1, input("1"))));
            assertEquals(Problem.Kind.FORBIDDEN, kind(() -> takeBack(user, 1, "x")));
        }
        assertEquals(List.of("", "230000000", "610000000"), places(Node.user(Role.ANALYST, "")));
        assertEquals(List.of("230000000"), places(COORDINATOR));
        assertEquals(List.of(), places(Node.user(Role.COORDINATOR, "2336")), "a district has no report");
        for (String place : List.of("61", "610000000", "country", "99", "x")) {
            assertEquals(
                    Problem.Kind.NOT_FOUND,
                    kind(() -> node.targets.open(COORDINATOR, "2026", place, "statistics", "gifted")),
                    place);
        }
        assertEquals(
                YearTargets.NONE,
                node.targets.beside(Node.user(Role.ANALYST, "23", "61"), 2026, ""),
                "two regions are not the country");
        assertEquals(YearTargets.NONE, node.targets.beside(COORDINATOR, 2026, Node.DISTRICT));
    }

    private List<String> places(User user) {
        return node.targets.list(user, 2026).stream()
                .map(t -> t.figure().region())
                .toList();
    }

    @Test
    void only_figures_of_the_programme_and_years_near_it_have_targets() {
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> set("23", "statistics", "nothing", "1")));
        assertEquals(Problem.Kind.NOT_FOUND, kind(() -> set("23", "stipends", "paid", "1")), "it is not installed");
        for (String year : List.of("2019", "2032", "x", "20266")) {
            Problem wrong = refused(() -> node.targetChanges.set(
                    MINISTRY, year, "23", "statistics", "gifted", OptionalInt.of(0), input("1")));
            assertEquals("year", wrong.fields().get(0).field(), year);
        }
        node.targetChanges.set(MINISTRY, "2031", "23", "statistics", "gifted", OptionalInt.of(0), input("1"));
        assertEquals(1, node.targets.all(2031).size(), "an order sets several years ahead");
        node.measures.present.remove(Node.STATISTICS);
        set("country", "technoparks", "hours", "5");
        assertEquals(
                1,
                node.targets
                        .open(MINISTRY, "2031", "23", "statistics", "gifted")
                        .history()
                        .size());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                kind(() -> node.targetChanges.set(
                        MINISTRY, "2031", "23", "statistics", "gifted", OptionalInt.of(1), input("2"))),
                "what is not counted here any more is only read");
    }

    @Test
    void the_share_is_of_the_target_and_a_hundred_means_reached() {
        YearTargets.Aim aim = new YearTargets.Aim(
                Unit.PERSONS, new BigDecimal("3000"), input("").ground());
        assertEquals(Optional.of(new BigDecimal("75.0")), aim.share(Optional.of(new BigDecimal("2250"))));
        assertEquals(Optional.of(new BigDecimal("99.9")), aim.share(Optional.of(new BigDecimal("2999"))));
        assertEquals(Optional.of(new BigDecimal("100.0")), aim.share(Optional.of(new BigDecimal("3000"))));
        assertEquals(Optional.empty(), aim.share(Optional.empty()), "what is kept back tells nothing by its share");
        assertEquals(Optional.empty(), aim.share(Optional.of(new BigDecimal("-1"))));
        YearTargets.Aim none =
                new YearTargets.Aim(Unit.PERSONS, BigDecimal.ZERO, input("").ground());
        assertEquals(Optional.empty(), none.share(Optional.of(BigDecimal.ONE)));
    }
}
