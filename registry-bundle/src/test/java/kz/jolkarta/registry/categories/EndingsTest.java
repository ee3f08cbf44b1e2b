package kz.jolkarta.registry.categories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class EndingsTest {
    private static final Orders.Order<EndingStore.Ranked> FIRST_TO_END = EndingStore.ORDERS.of("");
    private static final EndingFilter MONTH = new EndingFilter(30, Optional.empty(), Optional.empty());
    private static final Paging FIRST = Paging.of(null, "");

    private final RecordWorld world;
    private final Endings endings;

    EndingsTest(TestDatabase database) {
        world = new RecordWorld(
                database,
                new Measures.Installed(
                        Resolution997.clause(14),
                        "test",
                        "1",
                        Reach.EVERY_REGION,
                        List.of(),
                        List.of(
                                AwardType.of(
                                        "families", Criterion.category(Category.LARGE_FAMILY), Quota.NONE, Limit.ANY),
                                AwardType.of("gifted", Criterion.gifted(), Quota.NONE, Limit.ANY)),
                        List.of(),
                        List.of()));
        endings = new Endings(world.ledger);
    }

    @BeforeEach
    void nobody() {
        world.database.run(tx -> {
            tx.update("delete from award", Map.of());
            tx.update("delete from child", Map.of());
        });
    }

    private long ending(String territory, LocalDate lastDay) {
        return ending(world.child(territory), "LARGE_FAMILY", lastDay);
    }

    private long ending(long child, String category, LocalDate lastDay) {
        world.database.run(tx -> tx.update(
                "insert into child_category (id, child_id, category, valid_from, valid_to)"
                        + " values (:id, :child, :category, :from, :until)",
                Map.of(
                        "id",
                        world.database.nextId(),
                        "child",
                        child,
                        "category",
                        category,
                        "from",
                        LocalDate.of(2025, 1, 1),
                        "until",
                        lastDay)));
        return child;
    }

    private long award(long child, String type) {
        long id = world.database.nextId();
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                        + " values (:id, 'stipends', :type, 2026, :territory, :child, 'ISSUED', 1, :at)",
                Map.of(
                        "id",
                        id,
                        "type",
                        type,
                        "territory",
                        RecordWorld.VILLAGE,
                        "child",
                        child,
                        "at",
                        world.clock.now())));
        return id;
    }

    private List<Long> children(EndingFilter filter) {
        return endings.list(RecordWorld.coordinator(RecordWorld.REGION), filter, FIRST_TO_END, FIRST).items().stream()
                .map(Ending::childId)
                .toList();
    }

    @Test
    void theyAreSortedFromEitherEndPageByPage() {
        long later = ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(30));
        long today = ending(RecordWorld.VILLAGE, RecordWorld.TODAY);
        long between = ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(9));
        assertEquals(List.of(later, between, today), pages("-last-day"));
        assertEquals(List.of(today, between, later), pages("last-day"));
        assertEquals(3, pages("name").size(), "those of one name are told apart by the record");
        assertEquals(pages("name").get(0), pages("-name").get(2));
    }

    /** All pages of one row each. */
    private List<Long> pages(String sort) {
        List<Long> children = new ArrayList<>();
        kz.jolkarta.core.http.Page.each(
                after -> endings.list(
                        RecordWorld.coordinator(RecordWorld.REGION),
                        MONTH,
                        EndingStore.ORDERS.of(sort),
                        Paging.of(1, after)),
                ending -> children.add(ending.childId()));
        return children;
    }

    @Test
    void categoriesThatEndWithinTheDaysAreListedTheFirstToEndFirst() {
        long later = ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(30));
        long today = ending(RecordWorld.VILLAGE, RecordWorld.TODAY);
        ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(31));
        ending(RecordWorld.VILLAGE, RecordWorld.TODAY.minusDays(1));
        ending(RecordWorld.ELSEWHERE, RecordWorld.TODAY);
        assertEquals(List.of(today, later), children(MONTH));
        assertEquals(List.of(today), children(new EndingFilter(0, Optional.empty(), Optional.empty())));
        assertEquals(List.of(), children(new EndingFilter(30, Optional.empty(), Optional.of(Category.ORPHAN))));
        assertEquals(List.of(), children(new EndingFilter(30, Optional.of(RecordWorld.CITY), Optional.empty())));
        Paging one = Paging.of(1, "");
        var page = endings.list(RecordWorld.coordinator(RecordWorld.REGION), MONTH, FIRST_TO_END, one);
        assertEquals(
                later,
                endings.list(
                                RecordWorld.coordinator(RecordWorld.REGION),
                                MONTH,
                                FIRST_TO_END,
                                Paging.of(1, page.next()))
                        .items()
                        .get(0)
                        .childId());
    }

    @Test
    void onlyAwardsThatDependOnTheCategoryAreNamed() {
        long child = ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(3));
        long depends = award(child, "families");
        award(child, "gifted");
        Ending found = endings.list(RecordWorld.coordinator(RecordWorld.REGION), MONTH, FIRST_TO_END, FIRST)
                .items()
                .get(0);
        assertEquals(
                List.of(depends),
                found.awards().stream().map(Ending.Depending::awardId).toList());
        ending(child, "LARGE_FAMILY", RecordWorld.TODAY.plusDays(300));
        assertEquals(
                List.of(),
                endings.list(RecordWorld.coordinator(RecordWorld.REGION), MONTH, FIRST_TO_END, FIRST)
                        .items()
                        .get(0)
                        .awards(),
                "a later proof of the same category keeps it");
    }

    @Test
    void anExportIsNotedAndHoldsEveryRow() {
        ending(RecordWorld.VILLAGE, RecordWorld.TODAY);
        ending(RecordWorld.CITY, RecordWorld.TODAY);
        List<Ending> rows = new ArrayList<>();
        endings.export(RecordWorld.coordinator(RecordWorld.REGION), MONTH, FIRST_TO_END)
                .each(rows::add);
        assertEquals(2, rows.size());
        assertEquals(
                "categories that end, rows=2",
                world.audited.get(world.audited.size() - 1).detail());
    }

    @Test
    void theListNamesTheChildTheDayAndTheSupportThatDependsOnIt() {
        long child = ending(RecordWorld.VILLAGE, RecordWorld.TODAY.plusDays(5));
        PageWorld pages = new PageWorld(world);
        EndingPages shown = new EndingPages(endings, new TerritoryChoice(new Gazetteer(world.database), world.clock));
        String mine = shown.list(
                        PageWorld.reader(RecordWorld.coordinator(RecordWorld.REGION)),
                        pages.words,
                        PageWorld.address("categories-ending", "days", "7"))
                .toString();
        assertTrue(mine.contains("href=/children/" + child + "/categories"), mine);
        assertTrue(mine.contains("text=7 Mar 2026"), mine);
        assertTrue(mine.contains("/api/categories/ending/list.xlsx?days=7"), mine);
        String elsewhere = shown.list(
                        PageWorld.reader(RecordWorld.coordinator("610000000")),
                        pages.words,
                        PageWorld.address("categories-ending"))
                .toString();
        assertTrue(elsewhere.contains("No category ends within these days."), elsewhere);
    }
}
