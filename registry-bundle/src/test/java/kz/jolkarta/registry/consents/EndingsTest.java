package kz.jolkarta.registry.consents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class EndingsTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;

    private final TestDatabase database;
    private final RecordWorld world;
    private final Endings endings;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    EndingsTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        endings = new Endings(world.ledger);
    }

    @BeforeEach
    void none() {
        database.clear("task", "participation", "deliverable_child", "child");
    }

    private long consent(long child, LocalDate validTo, LocalDate withdrawnOn) {
        long id = database.nextId();
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("child", child);
        row.put("to", validTo);
        row.put("withdrawn", withdrawnOn);
        row.put("given", LocalDate.of(2025, 9, 1));
        database.run(tx -> tx.update(
                "insert into consent (id, child_id, purpose, given_on, valid_to, withdrawn_on, template)"
                        + " values (:id, :child, 'PROCESSING', :given, :to, :withdrawn, '1')",
                row));
        return id;
    }

    private static EndingFilter ending(int days) {
        return new EndingFilter(false, days, ConsentPurpose.PROCESSING, Optional.empty(), Optional.empty());
    }

    private static EndingFilter missing() {
        return new EndingFilter(true, 30, ConsentPurpose.PROCESSING, Optional.empty(), Optional.empty());
    }

    private List<Long> children(EndingFilter filter) {
        return endings.list(coordinator, filter, Paging.of(200, "")).items().stream()
                .map(EndingConsent::childId)
                .toList();
    }

    @Test
    void aConsentEndsUnlessAnotherOneOutlastsIt() {
        long ends = world.child(RecordWorld.VILLAGE);
        consent(ends, TODAY.plusDays(30), null);
        long later = world.child(RecordWorld.VILLAGE);
        consent(later, TODAY.plusDays(31), null);
        long renewed = world.child(RecordWorld.VILLAGE);
        consent(renewed, TODAY.plusDays(5), null);
        consent(renewed, null, null);
        long withdrawn = world.child(RecordWorld.VILLAGE);
        consent(withdrawn, TODAY.plusDays(5), TODAY);
        long soon = world.child(RecordWorld.VILLAGE);
        consent(soon, TODAY, null);
        consent(world.child(RecordWorld.ELSEWHERE), TODAY.plusDays(5), null);

        assertEquals(List.of(soon, ends), children(ending(30)), "the first to end comes first");
        assertEquals(List.of(soon, ends, later), children(ending(31)));
    }

    @Test
    void aChildWithoutAConsentThatHoldsTodayIsMissingOne() {
        long holds = world.child(RecordWorld.VILLAGE);
        consent(holds, TODAY, null);
        long never = world.child(RecordWorld.VILLAGE);
        long over = world.child(RecordWorld.VILLAGE);
        consent(over, TODAY.minusDays(1), null);
        long withdrawn = world.child(RecordWorld.VILLAGE);
        consent(withdrawn, null, TODAY);

        assertEquals(List.of(never, over, withdrawn), children(missing()));
        long left = world.child(RecordWorld.VILLAGE);
        database.run(tx -> tx.update("update child set state = 'ARCHIVED' where id = :id", Map.of("id", left)));
        assertEquals(List.of(never, over, withdrawn), children(missing()), "an archived child needs none");
    }

    @Test
    void pagesShowEveryRowOnce() {
        List<Long> ending = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long child = world.child(RecordWorld.VILLAGE);
            consent(child, TODAY.plusDays(1 + i / 2), null);
            ending.add(child);
        }
        List<Long> none = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            none.add(world.child(RecordWorld.VILLAGE));
        }
        assertEquals(ending, paged(ending(30)));
        assertEquals(none, paged(missing()));
    }

    private List<Long> paged(EndingFilter filter) {
        List<Long> seen = new ArrayList<>();
        String after = "";
        do {
            Page<EndingConsent> page = endings.list(coordinator, filter, Paging.of(2, after));
            page.items().forEach(row -> seen.add(row.childId()));
            after = page.next();
        } while (!after.isEmpty());
        return seen;
    }

    @Test
    void aYearAheadIsTheMost() {
        Refusal.of(Kind.INVALID, "record.range", () -> endings.list(coordinator, ending(367), Paging.of(1, "")));
        int huge = EndingFilter.days("99999999999", 30);
        Refusal.of(Kind.INVALID, "record.range", () -> endings.list(coordinator, ending(huge), Paging.of(1, "")));
        assertEquals(30, EndingFilter.days(" ", 30));
    }

    @Test
    void theDailyRunMakesOneTaskForEachConsentHoweverOftenItRuns() {
        long child = world.child(RecordWorld.VILLAGE);
        consent(child, TODAY.plusDays(10), null);
        consent(world.child(RecordWorld.ELSEWHERE), TODAY.plusDays(29), null);
        consent(world.child(RecordWorld.VILLAGE), TODAY.plusDays(60), null);

        world.audited.clear();
        assertEquals(2, endings.warn(30));
        assertEquals(0, endings.warn(30));
        assertEquals(
                List.of("consent-expires rows=2"),
                world.audited.stream().map(e -> e.detail()).toList());
        assertEquals(2, world.number("select count(*) from task", Map.of()));
        assertEquals(
                1,
                world.number(
                        "select count(*) from task where child_id = :child and due_on = :due and state = 'OPEN'",
                        Map.of("child", child, "due", TODAY.plusDays(10))));
    }

    @Test
    void aTaskThatWasDoneDoesNotComeBack() {
        consent(world.child(RecordWorld.VILLAGE), TODAY.plusDays(10), null);
        endings.warn(30);
        database.run(tx -> tx.update("update task set state = 'DONE'", Map.of()));
        assertEquals(0, endings.warn(30));
        assertEquals(0, world.number("select count(*) from task where state = 'OPEN'", Map.of()));
    }

    @Test
    void aRenewedConsentClosesItsTask() {
        long child = world.child(RecordWorld.VILLAGE);
        consent(child, TODAY.plusDays(10), null);
        long other = world.child(RecordWorld.VILLAGE);
        consent(other, TODAY.plusDays(10), null);
        endings.warn(30);
        consent(child, null, null);
        endings.warn(30);
        assertEquals(other, world.number("select child_id from task where state = 'OPEN'", Map.of()), "one stays open");
        assertEquals(1, world.number("select count(*) from task where state = 'DONE' and done_by = 0", Map.of()));
    }

    @Test
    void twoNodesThatRunAtOnceMakeNoTaskTwice() throws Exception {
        for (int i = 0; i < 40; i++) {
            consent(world.child(RecordWorld.VILLAGE), TODAY.plusDays(i % 20), null);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> run = () -> endings.warn(30);
            int made = 0;
            for (Future<Integer> node : nodes.invokeAll(List.of(run, run))) {
                made += node.get();
            }
            assertEquals(40, made);
            assertEquals(40, world.number("select count(*) from task", Map.of()));
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void aDayIsLookedAtOnceAndTheNextDayAnew() {
        consent(world.child(RecordWorld.VILLAGE), TODAY.plusDays(31), null);
        consent(world.child(RecordWorld.VILLAGE), TODAY.plusDays(30), null);
        ConsentWatch watch = new ConsentWatch(30, endings, world.clock);
        assertEquals(1, watch.look());
        assertEquals(0, watch.look());
        world.clock.set(TODAY.plusDays(1));
        assertEquals(1, watch.look());
    }

    @Test
    void theListShowsTheLastDayAndWhoHasNoConsent() {
        long ends = world.child(RecordWorld.VILLAGE);
        consent(ends, TODAY.plusDays(5), null);
        long never = world.child(RecordWorld.VILLAGE);
        PageWorld pages = new PageWorld(world);
        EndingPages shown = new EndingPages(endings, new TerritoryChoice(new Gazetteer(database), world.clock));
        String list = shown.list(PageWorld.reader(coordinator), pages.words, PageWorld.address("consents-ending"))
                .toString();
        assertTrue(list.contains("href=/children/" + ends + "/consents"), list);
        assertTrue(list.contains("text=7 Mar 2026"), list);
        assertFalse(list.contains("href=/children/" + never + "/consents"), list);
        String missing = shown.list(
                        PageWorld.reader(coordinator),
                        pages.words,
                        PageWorld.address("consents-ending", "of", "missing"))
                .toString();
        assertTrue(missing.contains("href=/children/" + never + "/consents"), missing);
        assertTrue(missing.contains("text=without a consent, tone=LATE"), missing);
    }
}
