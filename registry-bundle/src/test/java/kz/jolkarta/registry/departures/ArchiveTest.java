package kz.jolkarta.registry.departures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.residence.EveryRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class ArchiveTest {
    private static final ArchiveInput REASON = new ArchiveInput("Мерзімі өтті");
    private static final ArchivedFilter ALL = filter(null, null, false);

    private TestDatabase database;
    private Leavers leavers;
    private BulkDesk desk;
    private ArchiveJob job;
    private BulkChanges changes;

    @BeforeEach
    void open(TestDatabase database) {
        this.database = database;
        leavers = new Leavers(database);
        desk = new BulkDesk(database);
        Tables texts = new Tables(new SheetFiles(leavers.world.clock), TestTexts.ofClassPath());
        job = new ArchiveJob(leavers.ledger, desk, leavers.archive, texts);
        changes = new BulkChanges(leavers.ledger, desk);
        changes.bind(job);
    }

    private static ArchivedFilter filter(String territory, LocalDate until, boolean byDay) {
        return new ArchivedFilter(
                Optional.empty(),
                Optional.ofNullable(territory),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(until),
                byDay);
    }

    private long left(LocalDate on) {
        long child = leavers.child();
        leavers.set("child", child, "state", "LEFT");
        leavers.set("child", child, "left_on", on);
        return child;
    }

    private List<Long> archived(ArchivedFilter filter) {
        return leavers.archive.list(leavers.coordinator, filter, Paging.of(null, "")).items().stream()
                .map(Archived::id)
                .toList();
    }

    private Map<Wanted, List<Value>> lastYear() {
        List<Wanted> wanted = List.of(
                wanted(new Selection.Children(Criterion.everyone())),
                wanted(new Selection.Children(Criterion.gifted())),
                wanted(new Selection.RoadMapSteps(Set.of("PLANNED"))));
        return new FigureStore(database)
                .values(wanted, Period.of(2025, LocalDate.of(2026, 1, 10)), Scope.of(RegistryWorld.ATYRAU));
    }

    private static Wanted wanted(Selection selection) {
        return new Wanted("any", selection, Optional.empty(), Optional.empty());
    }

    @Test
    void noFigureOfAPastYearChangesWhenAChildLeavesAndIsArchived() {
        long child = leavers.child();
        leavers.child();
        Map<Wanted, List<Value>> before = lastYear();
        assertEquals(
                2,
                before.get(wanted(new Selection.Children(Criterion.everyone()))).stream()
                        .mapToLong(Value::value)
                        .sum());
        leavers.leave(child);
        assertEquals(before, lastYear());
        leavers.archive.put(leavers.coordinator, child, leavers.version(child), REASON);
        assertEquals("ARCHIVED", leavers.state(child));
        assertEquals(before, lastYear());
    }

    @Test
    void onlyWhoLeftIsArchivedAndUnarchivedIsAsBefore() {
        long child = leavers.child();
        Refusal.of(Kind.CONFLICT, "archive.not-left", () -> leavers.archive.preview(leavers.coordinator, child));
        leavers.leave(child);
        Map<String, List<String>> before = EveryRow.of(database, "child_departure");
        ArchivePreview kept = leavers.archive.preview(leavers.coordinator, child);
        assertEquals(1, kept.talents());
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> leavers.archive.put(leavers.north, child, kept.childVersion(), REASON));
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> leavers.archive.put(leavers.coordinator, child, kept.childVersion(), new ArchiveInput(" ")));
        leavers.archive.put(leavers.coordinator, child, kept.childVersion(), REASON);
        assertNotEquals(before, EveryRow.of(database, "child_departure"));
        Refusal.of(
                Kind.CONFLICT,
                "departure.archived",
                () -> leavers.departures.back(
                        leavers.coordinator,
                        child,
                        leavers.version(child),
                        new ReturnInput(RegistryWorld.TODAY, null, 7, null)));
        assertEquals(List.of(child), archived(ALL));

        leavers.archive.take(leavers.coordinator, child, leavers.version(child), REASON);

        assertEquals(before, EveryRow.of(database, "child_departure"));
        assertEquals(List.of(), archived(ALL));
    }

    @Test
    void theArchiveIsReadByFilterInPagesAndTakenAwayWithAnEntryInTheAudit() {
        List<Long> children = new ArrayList<>();
        for (int year = 2020; year < 2025; year++) {
            long child = left(LocalDate.of(year, 6, 1));
            leavers.archive.put(leavers.coordinator, child, leavers.version(child), REASON);
            children.add(0, child);
        }
        assertEquals(children, archived(filter(null, null, true)), "who left last comes first");
        assertEquals(children.subList(3, 5), archived(filter(RegistryWorld.ATYRAU, LocalDate.of(2021, 6, 1), true)));
        for (boolean byDay : List.of(true, false)) {
            List<Long> paged = new ArrayList<>();
            String after = "";
            do {
                var page = leavers.archive.list(leavers.coordinator, filter(null, null, byDay), Paging.of(2, after));
                page.items().forEach(row -> paged.add(row.id()));
                after = page.next() == null ? "" : page.next();
            } while (!after.isEmpty());
            assertEquals(archived(filter(null, null, byDay)), paged);
        }
        assertEquals(
                List.of(),
                leavers.archive.list(leavers.north, ALL, Paging.of(null, "")).items());
        List<String> reasons = new ArrayList<>();
        leavers.archive.export(leavers.coordinator, ALL).each(row -> reasons.add(row.reason()));
        assertEquals(List.of(REASON.reason()), reasons.stream().distinct().toList());
        assertTrue(leavers.world.audited.stream()
                .anyMatch(e -> e.action() == Audit.Action.EXPORT && e.detail().equals("archived, rows=5")));
    }

    @Test
    void aJobArchivesWhoLeftLongAgoStopsWhenAskedAndIsUndone() {
        int many = 250;
        List<Long> old = IntStream.range(0, many)
                .mapToObj(i -> left(LocalDate.of(2020, 6, 1)))
                .toList();
        long recent = left(LocalDate.of(2026, 6, 1));
        Map<String, List<String>> before = EveryRow.of(database, "child_departure", "bulk_change");
        Refusal.of(Kind.INVALID, "record.range", () -> job.preview(leavers.coordinator.user(), 0, Optional.empty()));
        assertEquals(
                many,
                job.preview(leavers.coordinator.user(), 5, Optional.empty()).children());
        long id = job.start(leavers.coordinator.user(), 5, Optional.of(RegistryWorld.ATYRAU));
        desk.stopAfter(1);
        Job stopped = desk.run(job, leavers.coordinator.user(), id);
        assertEquals(Job.State.CANCELLED, stopped.state());
        assertEquals(200, stopped.done());
        Job done = desk.run(job, leavers.coordinator.user(), id);
        assertTrue(done.result().contains("\"changed\":" + many), done.result());
        assertEquals("LEFT", leavers.state(recent));
        assertEquals("ARCHIVED", leavers.state(old.get(0)));
        leavers.set("child", old.get(1), "version", 7);

        BulkChanges.Undone undone = changes.undo(leavers.coordinator.user(), id);

        assertEquals(many - 1, undone.undone());
        assertEquals(old.get(1), undone.kept().get(0).id());
        leavers.set("child", old.get(1), "version", 2);
        changes.undo(leavers.coordinator.user(), id);
        assertEquals(before, EveryRow.of(database, "child_departure", "bulk_change"));
        Refusal.of(Kind.INVALID, "archive.nobody", () -> job.start(leavers.coordinator.user(), 20, Optional.empty()));
    }
}
