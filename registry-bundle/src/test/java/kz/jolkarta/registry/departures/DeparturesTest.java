package kz.jolkarta.registry.departures;

import static kz.jolkarta.registry.departures.Leavers.CAMPS;
import static kz.jolkarta.registry.departures.Leavers.DAY;
import static kz.jolkarta.registry.departures.Leavers.TECHNOPARKS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.residence.EveryRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class DeparturesTest {
    private static final Period LAST_YEAR = Period.of(2025, LocalDate.of(2026, 1, 10));
    private static final Period THIS_YEAR = Period.of(2026, RegistryWorld.TODAY);
    /** Where a departure and the history of a map are kept stays, whatever is undone. */
    private static final String[] KEPT = {"child_departure", "road_map_change"};

    private TestDatabase database;
    private Leavers leavers;

    @BeforeEach
    void open(TestDatabase database) {
        this.database = database;
        leavers = new Leavers(database);
        leavers.world.audited.clear();
    }

    @Test
    void whatLiesAheadIsGivenBackToWhoWaitsAndTheStipendEnds() {
        long child = leavers.child();
        long next = leavers.child();
        long day = leavers.openDay(1);
        long seat = leavers.applies(day, child);
        long waiting = leavers.applies(day, next);
        long quota = leavers.cap(1);
        long voucher = leavers.voucher(child);
        long queued = leavers.voucher(next);
        long stipend = leavers.stipend(child);
        long proposal = leavers.proposal(child);
        leavers.world.audited.clear();

        Effects told = leavers.departures.preview(leavers.keeper, child, DAY).effects();
        assertEquals("ACTIVE", leavers.state(child), "a preview writes nothing");
        assertEquals(List.of(), leavers.world.audited);
        Outcome done = leavers.leave(child);

        assertEquals(told, done.effects(), "the preview says what is done");
        assertEquals("LEFT", leavers.state(child));
        assertEquals(
                List.of("REFUSED", "ACCEPTED"), List.of(leavers.participation(seat), leavers.participation(waiting)));
        assertEquals(List.of("REFUSED", "APPROVED"), List.of(leavers.award(voucher), leavers.award(queued)));
        assertEquals(
                "Ребёнок выбыл из школы 15.11.2026.",
                leavers.text("select reason what from award where id = :id", voucher));
        assertEquals(1, ended(stipend, DAY), "paid up to the last day");
        assertEquals("PROPOSED", leavers.award(proposal), "the commission decides on it");
        assertEquals(
                List.of(proposal),
                done.effects().undecided().stream().map(Effects.Given::awardId).toList());
        assertTrue(leavers.replays(TECHNOPARKS, Pool.activity(day)));
        assertTrue(leavers.replays(CAMPS, Pool.quota(quota)));
        assertTrue(leavers.world.audited.stream()
                .anyMatch(e -> e.action() == Audit.Action.UPDATE && e.kind().equals("child") && e.id() == child));
        assertEquals(
                "abroad",
                leavers.departures
                        .list(leavers.coordinator, child)
                        .items()
                        .get(0)
                        .ground());
    }

    private long ended(long award, LocalDate on) {
        return leavers.records.number(
                "select count(*) from award where id = :id and date_to = :on and state = 'ISSUED'",
                Map.of("id", award, "on", on));
    }

    @Test
    void undoneEveryTableIsAsItWas() {
        long other = leavers.child();
        long child = leavers.child();
        leavers.applies(leavers.openDay(3), child);
        leavers.applies(leavers.openDay(null), child);
        long full = leavers.openDay(1);
        leavers.applies(full, other);
        leavers.applies(full, child);
        leavers.cap(2);
        leavers.voucher(other);
        leavers.voucher(child);
        leavers.voucher(child);
        leavers.stipend(child);
        leavers.roadMap(child);
        Map<String, List<String>> before = EveryRow.of(database, KEPT);

        Outcome left =
                leavers.departures.leave(leavers.keeper, child, leavers.version(child), Leavers.goes("Жыл жақсы өтті"));
        Map<String, List<String>> between = EveryRow.of(database, KEPT);
        for (String table :
                List.of("child", "participation", "activity", "award", "quota", "allocation_event", "road_map")) {
            assertNotEquals(before.get(table), between.get(table), table + " is part of it");
        }
        Outcome back =
                leavers.departures.undo(leavers.keeper, child, left.departure().id());

        assertEquals(before, EveryRow.of(database, KEPT));
        assertEquals(List.of(), back.effects().activities());
        assertEquals(List.of(), back.effects().awards());
        Refusal.of(
                Kind.CONFLICT,
                "departure.over",
                () -> leavers.departures.undo(
                        leavers.keeper, child, left.departure().id()));
    }

    @Test
    void whatSomebodyHasTouchedSinceStaysAndWhoseSeatIsGoneWaitsAtItsOldTurn() {
        long child = leavers.child();
        long next = leavers.child();
        long day = leavers.openDay(1);
        long seat = leavers.applies(day, child);
        leavers.applies(day, next);
        long third = leavers.applies(day, leavers.child());
        long quota = leavers.cap(1);
        long voucher = leavers.voucher(child);
        long queued = leavers.voucher(next);
        long stipend = leavers.stipend(child);
        Outcome left = leavers.leave(child);
        leavers.set("award", stipend, "version", 9);

        Outcome back =
                leavers.departures.undo(leavers.keeper, child, left.departure().id());

        assertEquals("ACTIVE", leavers.state(child));
        assertEquals(
                List.of(stipend),
                back.effects().monthly().stream().map(Effects.Given::awardId).toList());
        assertEquals(List.of("WAITING", "WAITING"), List.of(leavers.participation(seat), leavers.participation(third)));
        assertEquals(List.of("COMMISSION", "APPROVED"), List.of(leavers.award(voucher), leavers.award(queued)));
        assertTrue(leavers.replays(TECHNOPARKS, Pool.activity(day)));
        assertTrue(leavers.replays(CAMPS, Pool.quota(quota)));
        leavers.leave(next);
        assertEquals("ACCEPTED", leavers.participation(seat), "it applied before the third");
        assertEquals("APPROVED", leavers.award(voucher));
    }

    @Test
    void theMapIsClosedWithAConclusionByWhoMayCloseMapsAndStaysWithoutOne() {
        long child = leavers.child();
        long map = leavers.roadMap(child);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> leavers.departures.leave(
                        leavers.coordinator, child, leavers.version(child), Leavers.goes("Жыл жақсы өтті")));
        Outcome left = leavers.departures.leave(leavers.coordinator, child, leavers.version(child), Leavers.goes(null));
        assertEquals(1, left.warnings().size());
        assertEquals("APPROVED", leavers.text("select state what from road_map where id = :id", map));
        leavers.departures.undo(leavers.coordinator, child, left.departure().id());

        leavers.departures.leave(leavers.keeper, child, leavers.version(child), Leavers.goes("Жыл жақсы өтті"));
        assertEquals("CLOSED", leavers.text("select state what from road_map where id = :id", map));
        assertEquals("Жыл жақсы өтті", leavers.text("select conclusion what from road_map where id = :id", map));
    }

    @Test
    void whoReturnsIsCountedNeitherTwiceNorForTheTimeAway() {
        long child = leavers.child();
        leavers.child();
        leavers.departures.leave(
                leavers.keeper,
                child,
                leavers.version(child),
                new DepartureInput(LocalDate.of(2025, 12, 1), "left", null, null, null));
        assertEquals(1, counted(LAST_YEAR));
        long school = leavers.records.organisation(RegistryWorld.ATYRAU_CITY, OrganisationKind.SCHOOL);
        ReturnInput early = new ReturnInput(LocalDate.of(2025, 11, 1), null, 7, null);
        Refusal.of(
                Kind.INVALID,
                "departure.before-leaving",
                () -> leavers.departures.back(leavers.keeper, child, leavers.version(child), early));

        leavers.departures.back(
                leavers.keeper,
                child,
                leavers.version(child),
                new ReturnInput(LocalDate.of(2026, 9, 1), School.of(school), 7, "Ә"));

        assertEquals("ACTIVE", leavers.state(child));
        assertEquals(1, counted(LAST_YEAR), "away at the end of the year");
        assertEquals(2, counted(Period.of(2025, LocalDate.of(2025, 11, 30))), "there until it left");
        assertEquals(2, counted(THIS_YEAR));
        assertEquals(
                1,
                leavers.records.number(
                        "select count(*) from child where id = :id and school_id = :school and grade = 7 and left_on is null",
                        Map.of("id", child, "school", school)));
        assertFalse(
                leavers.departures.list(leavers.keeper, child).items().get(0).endedAt() == null);
        Refusal.of(
                Kind.CONFLICT,
                "departure.not-left",
                () -> leavers.departures.back(
                        leavers.keeper, child, leavers.version(child), new ReturnInput(DAY, null, 7, null)));
    }

    private long counted(Period period) {
        Wanted all =
                new Wanted("any", new Selection.Children(Criterion.everyone()), Optional.empty(), Optional.empty());
        return new FigureStore(database)
                .values(List.of(all), period, Scope.of(RegistryWorld.ATYRAU)).get(all).stream()
                        .mapToLong(Value::value)
                        .sum();
    }

    @Test
    void aChildElsewhereIsUnknownAndAnOldVersionOrAWrongDayIsRefused() {
        long child = leavers.child();
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> leavers.departures.leave(leavers.north, child, 1, Leavers.goes(null)));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> leavers.departures.leave(leavers.keeper, child, 7, Leavers.goes(null)));
        Refusal.of(
                Kind.INVALID,
                "child.date.future",
                () -> leavers.departures.leave(
                        leavers.keeper,
                        child,
                        1,
                        new DepartureInput(RegistryWorld.TODAY.plusDays(1), "finished", null, null, null)));
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> leavers.departures.leave(
                        leavers.keeper, child, 1, new DepartureInput(DAY, "other", " ", null, null)));
        leavers.leave(child);
        Refusal.of(Kind.CONFLICT, "departure.left-already", () -> leavers.leave(child));
    }
}
