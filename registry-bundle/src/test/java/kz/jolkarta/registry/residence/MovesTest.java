package kz.jolkarta.registry.residence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.residence.Transfer.Side;
import kz.jolkarta.registry.residence.Transfer.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class MovesTest {
    private static final Paging FIRST = Paging.of(null, "");
    private static final TransferFilter TO_ANSWER = TransferFilter.TO_ANSWER;

    private Movers movers;
    private TestDatabase database;

    @BeforeEach
    void open(TestDatabase database) {
        this.database = database;
        movers = new Movers(database);
        database.clear(
                "allocation_event",
                "participation",
                "activity",
                "award",
                "quota",
                "child_residence",
                "child_transfer",
                "child");
        movers.world.audited.clear();
    }

    @Test
    void whoMayWriteAtBothPlacesMovesAtOnceAndThePastIsKept() {
        long school = movers.records.organisation(RegistryWorld.ATYRAU_CITY, OrganisationKind.SCHOOL);
        long child = movers.child();
        movers.set("child", child, "school_id", school);
        movers.set("child", child, "address", "Абай к-сі, 1");
        long next = movers.records.organisation(RegistryWorld.NORTH_TOWN, OrganisationKind.SCHOOL);

        MoveResult moved = movers.moves.move(
                movers.country, child, movers.version(child), Movers.to(RegistryWorld.NORTH_TOWN, next));

        assertEquals(State.DONE, moved.transfer().state());
        Resident now = movers.resident(child);
        assertEquals(new Stay(RegistryWorld.NORTH_TOWN, next, 7, "Ә", null, null), now.stay());
        assertEquals(Optional.of(Movers.DAY), now.since());
        assertEquals(moved.childVersion(), now.version());
        assertEquals(
                1,
                movers.records.number(
                        "select count(*) from child_residence where child_id = :child and territory = :territory and school_id = :school"
                                + " and grade = 6 and valid_from = :born and valid_to = :last",
                        Map.of(
                                "child",
                                child,
                                "territory",
                                RegistryWorld.ATYRAU_CITY,
                                "school",
                                school,
                                "born",
                                LocalDate.of(2014, 5, 1),
                                "last",
                                Movers.DAY.minusDays(1))));
        assertEquals(
                List.of(RegistryWorld.NORTH_TOWN, RegistryWorld.ATYRAU_CITY),
                movers.world.audited.stream()
                        .filter(e -> e.kind().equals("child"))
                        .map(Audit.Entry::territory)
                        .toList());
    }

    @Test
    void bothReportsOfLastYearStayAndThisYearsFollowTheChild() {
        long child = movers.child();
        movers.child();
        Period last = Period.of(2025, LocalDate.of(2026, 1, 10));
        Period present = Period.of(2026, RegistryWorld.TODAY);
        List<Wanted> wanted = List.of(
                wanted(new Selection.Children(Criterion.everyone())),
                wanted(new Selection.Children(Criterion.grades(6, 6))),
                wanted(new Selection.Children(Criterion.not(Criterion.rural()))));
        FigureStore figures = new FigureStore(database);
        Map<Wanted, List<Value>> before = figures.values(wanted, last, Scope.COUNTRY);
        Map<Wanted, List<Value>> south = figures.values(wanted, last, Scope.of(RegistryWorld.ATYRAU));
        Map<Wanted, List<Value>> north = figures.values(wanted, last, Scope.of(RegistryWorld.NORTH));
        var rows = figures.rows("any", wanted.get(0).selection(), last, Scope.of(RegistryWorld.ATYRAU), true, 0, 10);
        ChildFacts facts = facts(child, last.day());

        movers.moves.move(movers.country, child, movers.version(child), Movers.to(RegistryWorld.NORTH_VILLAGE));

        assertEquals(before, figures.values(wanted, last, Scope.COUNTRY));
        assertEquals(south, figures.values(wanted, last, Scope.of(RegistryWorld.ATYRAU)));
        assertEquals(north, figures.values(wanted, last, Scope.of(RegistryWorld.NORTH)));
        assertEquals(
                rows,
                figures.rows("any", wanted.get(0).selection(), last, Scope.of(RegistryWorld.ATYRAU), true, 0, 10));
        assertFalse(figures.populated(last, Scope.of(RegistryWorld.NORTH)));
        assertEquals(facts, facts(child, last.day()), "the reading for one child is that of the day");
        assertEquals(RegistryWorld.ATYRAU_CITY, facts.territory());

        Wanted all = wanted.get(0);
        assertEquals(
                1,
                sum(figures.values(wanted, present, Scope.of(RegistryWorld.ATYRAU))
                        .get(all)));
        assertEquals(
                1,
                sum(figures.values(wanted, present, Scope.of(RegistryWorld.NORTH))
                        .get(all)));
        assertEquals(2, sum(figures.values(wanted, present, Scope.COUNTRY).get(all)));
        assertEquals(
                RegistryWorld.NORTH_VILLAGE, facts(child, RegistryWorld.TODAY).territory());
        assertTrue(facts(child, Movers.DAY).rural(), "from the first day on");
        assertFalse(facts(child, Movers.DAY.minusDays(1)).rural(), "until the last day before");
    }

    private static Wanted wanted(Selection selection) {
        return new Wanted("any", selection, Optional.empty(), Optional.empty());
    }

    private static long sum(List<Value> values) {
        return values.stream().mapToLong(Value::value).sum();
    }

    private ChildFacts facts(long child, LocalDate day) {
        return database.<List<ChildFacts>>read(tx -> new FactsStore().of(tx, List.of(child), day))
                .get(0);
    }

    @Test
    void movedAndMovedBackEveryTableIsAsItWas() {
        QueueOf vouchers = new QueueOf(movers);
        vouchers.cap(RegistryWorld.ATYRAU, 1);
        vouchers.cap(RegistryWorld.NORTH, 5);
        vouchers.waits(movers.child());
        long child = movers.child();
        vouchers.waits(child);
        movers.stipend(child);
        movers.activity(child);
        movers.set("child", child, "address", "Абай к-сі, 1");
        long coordinator = movers.records.staff(RegistryWorld.ATYRAU_CITY, "COORDINATOR");
        movers.set("child", child, "coordinator_id", coordinator);
        Map<String, List<String>> before = EveryRow.of(database, "child_transfer");

        MoveResult moved = movers.move(child);
        Map<String, List<String>> between = EveryRow.of(database, "child_transfer");
        for (String table : List.of("child", "child_residence", "award", "quota", "allocation_event")) {
            assertFalse(before.get(table).equals(between.get(table)), table + " is part of the move");
        }
        movers.moves.undo(movers.country, child, moved.transfer().id());

        assertEquals(before, EveryRow.of(database, "child_transfer"));
        assertEquals(
                State.UNDONE,
                movers.transfers.get(movers.country, moved.transfer().id()).state());
    }

    @Test
    void aMoveIsNotUndoneAfterTheChildWasChangedOrTwice() {
        long child = movers.child();
        long move = movers.move(child).transfer().id();
        Refusal.of(Kind.FORBIDDEN, "problem.outside-territory", () -> movers.moves.undo(movers.north, child, move));
        movers.set("child", child, "version", 9);
        Refusal.of(Kind.CONFLICT, "move.changed-since", () -> movers.moves.undo(movers.country, child, move));
        movers.set("child", child, "version", 2);
        movers.moves.undo(movers.country, child, move);
        Refusal.of(Kind.CONFLICT, "move.not-the-last", () -> movers.moves.undo(movers.country, child, move));
    }

    @Test
    void whatIsOfTheOldPlaceIsNamedInTheAnswer() {
        long child = movers.child();
        long activity = movers.activity(child);
        MoveResult moved = movers.move(child);
        assertEquals(
                List.of(activity),
                moved.staying().stream().map(MoveResult.Staying::activityId).toList());
        assertEquals("ACCEPTED", moved.staying().get(0).state());
    }

    @Test
    void whoMayWriteAtOnePlaceAsksAndTheOtherSideSeesNameAndDistrictUntilItAccepts() {
        long child = movers.child();
        MoveResult asked =
                movers.moves.move(movers.atyrau, child, movers.version(child), Movers.to(RegistryWorld.NORTH_TOWN));
        assertEquals(State.REQUESTED, asked.transfer().state());
        assertEquals(child, asked.transfer().childId(), "the sending side knows the child");
        assertEquals(RegistryWorld.ATYRAU_CITY, movers.resident(child).stay().territory());
        Refusal.of(
                Kind.CONFLICT,
                "move.asked-already",
                () -> movers.moves.move(
                        movers.atyrau, child, movers.version(child), Movers.to(RegistryWorld.NORTH_VILLAGE)));
        assertEquals(
                List.of(),
                movers.transfers.list(movers.atyrau, TO_ANSWER, FIRST).items());

        Transfer seen =
                movers.transfers.list(movers.north, TO_ANSWER, FIRST).items().get(0);
        assertTrue(seen.yours());
        assertNull(seen.childId());
        assertEquals("Сынақов Әлихан", seen.name());
        assertEquals("231000000", seen.from().code(), "no more than the district");
        MoveAnswer yes = new MoveAnswer(true, null, 8, null, null, null);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> movers.moves.answer(movers.atyrau, seen.id(), seen.version(), yes));
        Refusal.of(Kind.STALE, "problem.stale", () -> movers.moves.answer(movers.north, seen.id(), 7, yes));

        MoveResult done = movers.moves.answer(movers.north, seen.id(), seen.version(), yes);
        assertEquals(child, done.transfer().childId());
        assertEquals(RegistryWorld.NORTH_TOWN, movers.resident(child).stay().territory());
        assertEquals(8, movers.resident(child).stay().grade());
        Refusal.of(
                Kind.CONFLICT,
                "move.answered",
                () -> movers.moves.answer(
                        movers.north, seen.id(), done.transfer().version(), yes));
    }

    @Test
    void aRefusalNeedsAReasonAndMovesNobody() {
        long child = movers.child();
        long id = movers.moves
                .move(movers.atyrau, child, movers.version(child), Movers.to(RegistryWorld.NORTH_TOWN))
                .transfer()
                .id();
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> movers.moves.answer(movers.north, id, 1, new MoveAnswer(false, null, null, null, null, null)));
        MoveAnswer no = new MoveAnswer(false, null, null, null, null, "Мұндай бала келген жоқ");
        assertEquals(
                State.REFUSED,
                movers.moves.answer(movers.north, id, 1, no).transfer().state());
        assertEquals(RegistryWorld.ATYRAU_CITY, movers.resident(child).stay().territory());
    }

    @Test
    void theNewPlaceAsksForAChildByItsNumberAndTheOldOneHandsItOver() {
        long child = movers.child();
        movers.set("child", child, "iin", "140501500007");
        Refusal.of(
                Kind.INVALID,
                "move.iin-unknown",
                () -> movers.moves.ask(movers.north, "000000000000", Movers.to(RegistryWorld.NORTH_TOWN)));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> movers.moves.ask(movers.north, "140501500007", Movers.to(RegistryWorld.ATYRAU_CITY)));
        Transfer asked = movers.moves
                .ask(movers.north, "140501500007", Movers.to(RegistryWorld.NORTH_TOWN))
                .transfer();
        assertEquals(Side.RECEIVER, asked.asking());
        assertNull(asked.childId());
        movers.moves.answer(movers.atyrau, asked.id(), 1, new MoveAnswer(true, null, null, null, null, null));
        assertEquals(RegistryWorld.NORTH_TOWN, movers.resident(child).stay().territory());
    }

    @Test
    void theOldPlaceReadsThePastAndNothingNewerAndWritesNothing() {
        long child = movers.child();
        movers.move(child);
        database.run(tx -> tx.update(
                "insert into child_talent (id, child_id, field, identified_on) values (:id, :child, 'ARTS', :on)",
                Map.of("id", database.nextId(), "child", child, "on", Movers.DAY)));
        List<MovedAway> list = movers.departed
                .list(movers.atyrau, MovedAwayFilter.ALL, MovedAwayStore.ORDERS.of(""), FIRST)
                .items();
        assertEquals(List.of(child), list.stream().map(MovedAway::id).toList());
        assertEquals(
                list,
                movers.departed
                        .list(movers.atyrau, MovedAwayFilter.ALL, MovedAwayStore.ORDERS.of("-name"), FIRST)
                        .items());
        assertEquals(
                List.of(),
                movers.departed
                        .list(movers.north, MovedAwayFilter.ALL, MovedAwayStore.ORDERS.of(""), FIRST)
                        .items());
        assertEquals(
                List.of(),
                movers.departed
                        .list(movers.country, MovedAwayFilter.ALL, MovedAwayStore.ORDERS.of(""), FIRST)
                        .items());

        MovedAway past = movers.departed.open(movers.atyrau, child);
        assertEquals(RegistryWorld.ATYRAU_CITY, past.territory().code());
        assertEquals(6, past.grade());
        assertEquals(Movers.DAY.minusDays(1), past.lastDay());
        assertEquals(
                List.of("SPORT"),
                past.talents().stream().map(MovedAway.Record::what).toList());
        assertTrue(movers.world.audited.stream().anyMatch(e -> e.action() == Audit.Action.READ && e.id() == child));
        Refusal.of(
                Kind.FORBIDDEN,
                "child.moved-away",
                () -> movers.moves.move(
                        movers.atyrau, child, movers.version(child), Movers.to(RegistryWorld.ATYRAU_CITY)));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> movers.departed.open(movers.north, child));
    }

    @Test
    void aMoveSaysWhatIsWrongWithIt() {
        long child = movers.child();
        int version = movers.version(child);
        Refusal.of(
                Kind.INVALID,
                "move.nowhere",
                () -> movers.moves.move(movers.country, child, version, Movers.to(RegistryWorld.ATYRAU_CITY)));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> movers.moves.move(movers.country, child, 9, Movers.to(RegistryWorld.NORTH_TOWN)));
        movers.move(child);
        MoveInput early = new MoveInput(
                kz.jolkarta.registry.places.Place.of(RegistryWorld.ATYRAU_CITY),
                null,
                7,
                null,
                null,
                Movers.DAY.minusDays(1),
                "Қайтты");
        Refusal.of(
                Kind.INVALID,
                "move.too-early",
                () -> movers.moves.move(movers.country, child, movers.version(child), early));
        movers.set("child", child, "state", "ARCHIVED");
        Refusal.of(
                Kind.CONFLICT,
                "move.archived",
                () -> movers.moves.move(
                        movers.country, child, movers.version(child), Movers.to(RegistryWorld.ATYRAU_CITY)));
    }

    @Test
    void aPlaceInAQueueKeepsItsTurnInTheNewRegionsQueue() {
        QueueOf vouchers = new QueueOf(movers);
        long south = vouchers.cap(RegistryWorld.ATYRAU, 1);
        long north = vouchers.cap(RegistryWorld.NORTH, 1);
        vouchers.waits(movers.child());
        long child = movers.child();
        long award = vouchers.waits(child);
        vouchers.waits(movers.records.child(RegistryWorld.NORTH_TOWN));
        long later = vouchers.waits(movers.records.child(RegistryWorld.NORTH_TOWN));

        MoveResult moved = movers.move(child);

        assertEquals(List.of(new MoveResult.Queued(award, north, false)), moved.queues());
        assertEquals(1, vouchers.read(award).queuePlace(), "applied before the one who waits there");
        assertEquals(2, vouchers.read(later).queuePlace());
        assertTrue(vouchers.same(south));
        assertTrue(vouchers.same(north));
    }

    @Test
    void whereThereIsNoQuotaYetTheAwardWaitsForIt() {
        QueueOf vouchers = new QueueOf(movers);
        vouchers.cap(RegistryWorld.ATYRAU, 1);
        vouchers.waits(movers.child());
        long child = movers.child();
        long award = vouchers.waits(child);
        MoveResult moved = movers.move(child);
        assertNull(moved.queues().get(0).quotaId());
        assertNull(vouchers.read(award).queuePlace());
        assertEquals(RegistryWorld.NORTH_TOWN, vouchers.read(award).territory());

        long quota = vouchers.cap(RegistryWorld.NORTH, 1);
        assertEquals("APPROVED", vouchers.read(award).state().name());
        assertTrue(vouchers.same(quota));
    }
}
