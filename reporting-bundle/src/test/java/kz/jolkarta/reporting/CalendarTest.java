package kz.jolkarta.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.reporting.LateOpenings.OpeningInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Terms by the act and by orders, the lock after them, and what opens it again. */
@BothEngines(Node.Registry.class)
class CalendarTest {
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

    private static TermInput input(int dueMonth, int dueDay, MonthDay lock, String from) {
        return new TermInput(
                MonthDay.of(dueMonth, dueDay),
                lock,
                WeekendRule.NONE,
                LocalDate.parse(from),
                "Каникулы",
                "112-қ",
                LocalDate.of(2026, 2, 20));
    }

    private Term change(User user, int version, TermInput input) {
        return node.calendar.change(user, "997", "year", "region", OptionalInt.of(version), input);
    }

    /** The report for 2026 is locked after 25 January 2027. */
    private void lock() {
        change(MINISTRY, 0, input(1, 10, MonthDay.of(1, 25), "2026-01-01"));
    }

    private void explain(String year) {
        List.of("statistics", "technoparks", "health-camps", "information-support")
                .forEach(m -> node.written.write(
                        COORDINATOR, year, "23", new ReportTexts.TextInput(m, "Жоқ", "Нет"), OptionalInt.empty()));
    }

    private static Problem refused(Problem.Kind kind, org.junit.jupiter.api.function.Executable act) {
        Problem problem = assertThrows(Problem.class, act);
        assertEquals(kind, problem.kind());
        return problem;
    }

    @Test
    void what_the_act_says_holds_until_an_order_changes_it() {
        Deadlines own = node.calendar.of(2026);
        assertEquals(Instant.parse("2027-01-10T19:00:00Z"), own.region().ends());
        assertEquals(Instant.parse("2027-01-25T19:00:00Z"), own.nation().ends());
        assertEquals(Optional.empty(), own.region().lock(), "the act locks nothing");
        change(MINISTRY, 0, input(1, 15, null, "2027-01-01"));
        assertEquals(LocalDate.of(2027, 1, 10), node.calendar.of(2026).regions());
        assertEquals(LocalDate.of(2028, 1, 15), node.calendar.of(2027).regions());
        assertEquals(LocalDate.of(2028, 1, 25), node.calendar.of(2027).ministry(), "another term, another order");
        change(MINISTRY, 1, input(1, 20, null, "2027-01-01"));
        assertEquals(LocalDate.of(2028, 1, 20), node.calendar.of(2027).regions(), "the later order of the same day");
        assertEquals(3, node.calendar.changes("997", "year", "region").size(), "and all of them are kept");
    }

    @Test
    void half_years_are_due_in_july_and_in_january() {
        assertEquals(
                List.of(
                        "half-1 2026-07-05",
                        "half-1 2026-07-20",
                        "half-2 2027-01-05",
                        "year 2027-01-10",
                        "half-2 2027-01-20",
                        "year 2027-01-25"),
                node.calendar.entries(2026).stream()
                        .map(e -> kz.jolkarta.core.http.Json.name(e.term().period()) + " "
                                + e.due().day())
                        .toList());
        TermInput moved = input(7, 10, null, "2026-07-01");
        node.calendar.change(MINISTRY, "half", "half-1", "region", OptionalInt.of(0), moved);
        assertTrue(
                node.calendar.entries(2026).stream().anyMatch(e -> e.due().day().equals(LocalDate.of(2026, 7, 5))),
                "the half that ended in June");
        assertTrue(
                node.calendar.entries(2027).stream().anyMatch(e -> e.due().day().equals(LocalDate.of(2027, 7, 10))));
    }

    @Test
    void a_change_is_an_order_with_its_reason_and_stands_in_the_trail() {
        lock();
        Term made = node.calendar.changes("997", "year", "region").get(1);
        assertEquals(Optional.of("Каникулы"), made.reason());
        assertEquals(Optional.of("112-қ"), made.order());
        assertEquals(Optional.of("aigul"), made.setBy());
        assertEquals("report-term", node.audited.get(0).kind());
        assertEquals(
                "997 year region --01-10 > --01-10 lock=--01-25 weekend=none from=2026-01-01 order=112-қ",
                node.audited.get(0).detail());
        Problem empty = refused(
                Problem.Kind.INVALID, () -> change(MINISTRY, 1, new TermInput(null, null, null, null, " ", "", null)));
        assertEquals(
                List.of("due", "weekend", "validFrom", "reason", "order", "orderDate"),
                empty.fields().stream().map(Problem.FieldError::field).toList());
    }

    @Test
    void nobody_becomes_late_or_on_time_afterwards() {
        Problem past = refused(Problem.Kind.INVALID, () -> change(MINISTRY, 0, input(1, 15, null, "2025-06-01")));
        assertEquals("validFrom", past.fields().get(0).field());
        node.clock.set(LocalDate.of(2027, 1, 9));
        Problem atOnce = refused(Problem.Kind.INVALID, () -> change(MINISTRY, 0, input(1, 8, null, "2026-12-31")));
        assertEquals("due", atOnce.fields().get(0).field());
        change(MINISTRY, 0, input(1, 15, null, "2026-12-31"));
        assertEquals(LocalDate.of(2027, 1, 15), node.calendar.of(2026).regions(), "put off before it was due");
        Problem lock = refused(
                Problem.Kind.INVALID, () -> change(MINISTRY, 1, input(1, 15, MonthDay.of(1, 10), "2027-12-31")));
        assertEquals("lock", lock.fields().get(0).field());
    }

    @Test
    void only_the_national_level_changes_the_calendar_and_nobody_over_another_ones_change() {
        refused(Problem.Kind.FORBIDDEN, () -> change(APPROVER, 0, input(1, 15, null, "2026-12-31")));
        User region = Node.user(Role.ADMINISTRATOR, "23");
        refused(Problem.Kind.FORBIDDEN, () -> change(region, 0, input(1, 15, null, "2026-12-31")));
        lock();
        refused(Problem.Kind.STALE, () -> change(MINISTRY, 0, input(1, 15, null, "2026-12-31")));
        refused(Problem.Kind.NOT_FOUND, () -> node.calendar.changes("997", "half-1", "region"));
    }

    @Test
    void a_late_report_is_taken_to_the_last_instant_of_the_lock_day() {
        lock();
        explain("2026");
        node.clock.set(LocalDate.of(2027, 1, 25));
        node.clock.advance(Duration.ofHours(12).minusNanos(1));
        assertEquals(Instant.parse("2027-01-25T18:59:59.999999999Z"), node.clock.now());
        assertFalse(node.handIn(COORDINATOR, APPROVER, "2026", "23").onTime(), "late, but taken");
        node.child(90, Node.VILLAGE, "SPORT");
        node.clock.advance(Duration.ofNanos(1));
        Problem locked = refused(Problem.Kind.CONFLICT, () -> node.submissions.submit(APPROVER, "2026", "23"));
        assertEquals("report.submit.locked", locked.message().key());
        assertTrue(node.books.open(APPROVER, Language.EN, "2026", "23").closed());
    }

    @Test
    void the_level_above_opens_a_locked_report_for_one_region_until_a_day() {
        refused(Problem.Kind.CONFLICT, () -> grant(MINISTRY, "2027-02-05", "Су тасқыны"));
        lock();
        explain("2026");
        node.clock.set(LocalDate.of(2027, 2, 1));
        refused(Problem.Kind.CONFLICT, () -> node.submissions.submit(APPROVER, "2026", "23"));
        refused(Problem.Kind.FORBIDDEN, () -> grant(APPROVER, "2027-02-05", "x"));
        refused(Problem.Kind.INVALID, () -> grant(MINISTRY, "2027-02-05", " "));
        refused(Problem.Kind.INVALID, () -> grant(MINISTRY, "2027-01-25", "x"));
        refused(Problem.Kind.INVALID, () -> grant(MINISTRY, "2027-01-31", "x"));
        grant(MINISTRY, "2027-02-05", "Су тасқыны");
        assertEquals("opened until 2027-02-05", last(node.audited).detail().substring(5));
        assertEquals(Node.ATYRAU, last(node.audited).territory());
        Problem elsewhere = refused(
                Problem.Kind.CONFLICT,
                () -> node.submissions.submit(Node.user("marat", Role.APPROVER, "61"), "2026", "61"));
        assertEquals("report.submit.locked", elsewhere.message().key(), "for one region only");
        node.clock.set(LocalDate.of(2027, 2, 5));
        assertFalse(node.handIn(COORDINATOR, APPROVER, "2026", "23").onTime(), "opened, and late all the same");
        node.clock.set(LocalDate.of(2027, 2, 6));
        node.child(90, Node.VILLAGE, "SPORT");
        refused(Problem.Kind.CONFLICT, () -> node.submissions.submit(APPROVER, "2026", "23"));
    }

    private void grant(User user, String until, String reason) {
        node.openings.grant(user, "2026", "23", new OpeningInput(LocalDate.parse(until), reason));
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }

    @Test
    void whether_a_region_is_on_time_follows_from_the_moment_alone() {
        explain("2026");
        node.clock.set(LocalDate.of(2027, 1, 10));
        assertEquals(Timeliness.OPEN, standing(MINISTRY, Node.ATYRAU).timeliness());
        node.handIn(COORDINATOR, APPROVER, "2026", "23");
        node.clock.set(LocalDate.of(2027, 1, 11));
        assertEquals(Timeliness.ON_TIME, standing(MINISTRY, Node.ATYRAU).timeliness());
        assertEquals(
                Timeliness.MISSING,
                standing(MINISTRY, Node.SEMEI.substring(0, 2) + "0000000").timeliness());
        assertFalse(standing(MINISTRY, Node.ATYRAU).accepted());
        node.verdicts.accept(MINISTRY, "2026", "23", 1);
        assertTrue(standing(MINISTRY, Node.ATYRAU).accepted());
        node.verdicts.giveBack(MINISTRY, "2026", "23", 1, Remarks.of("Түзетіңіз", Map.of()));
        assertFalse(standing(MINISTRY, Node.ATYRAU).accepted());
        assertEquals(Timeliness.MISSING, standing(MINISTRY, Node.ATYRAU).timeliness(), "given back, none stands");
        node.handIn(COORDINATOR, APPROVER, "2026", "23");
        assertEquals(Timeliness.LATE, standing(MINISTRY, Node.ATYRAU).timeliness());
        node.change(
                "update report_submission set submitted_at = :at where revision = 2",
                Map.of("at", Instant.parse("2027-01-10T18:59:59Z")));
        assertEquals(Timeliness.ON_TIME, standing(MINISTRY, Node.ATYRAU).timeliness(), "no mark is kept beside it");
        assertEquals(
                List.of(Node.ATYRAU),
                standings().of(APPROVER, Language.EN, "2026").stream()
                        .map(RegionStandings.Line::region)
                        .toList(),
                "the own region only");
    }

    private RegionStandings standings() {
        return new RegionStandings(
                node.reports,
                node.submissions,
                node.calendar,
                node.openings,
                node.territories,
                node.database,
                node.clock);
    }

    private RegionStandings.Line standing(User user, String region) {
        return standings().of(user, Language.EN, "2026").stream()
                .filter(l -> l.region().equals(region))
                .findFirst()
                .orElseThrow();
    }
}
