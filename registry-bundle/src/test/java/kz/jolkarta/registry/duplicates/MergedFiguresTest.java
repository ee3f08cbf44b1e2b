package kz.jolkarta.registry.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.figures.FigureStore;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.Test;

/** However often a child was registered, every report counts it once as soon as its records are merged; so do those of past years. */
@BothEngines(RecordTables.class)
class MergedFiguresTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<Wanted> ASKED = List.of(
            wanted("information-support", new Selection.Children(Criterion.everyone())),
            wanted("information-support", new Selection.Participants(Set.of(), 1, Criterion.everyone())),
            wanted("information-support", new Selection.Applications(Set.of(), Set.of())),
            wanted("health-camps", new Selection.Awards(Set.of(), Set.of())),
            wanted("individual-road-map", new Selection.RoadMaps(Set.of("APPROVED"))));

    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);

    private static Wanted wanted(String measure, Selection selection) {
        return new Wanted(measure, selection, Optional.empty(), Optional.empty());
    }

    /** Sums over the region by what was asked, this year and the year before. */
    private static Map<String, Long> figures(TestDatabase database) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int year : List.of(2025, 2026)) {
            new FigureStore(database)
                    .values(ASKED, Period.of(year, DAY), Scope.of(RecordWorld.REGION))
                    .forEach((asked, values) -> sums.put(
                            year + " " + asked.selection(),
                            values.stream().mapToLong(Value::value).sum()));
        }
        return sums;
    }

    @Test
    void aChildIsCountedOnceInEveryReport(TestDatabase database) {
        Twofold two = new Twofold(database);
        long activity = two.activity();
        long form = two.form();
        long child = two.child("Ахметов", "Әлихан", Twofold.BORN, RecordWorld.VILLAGE);
        long other = two.child("Омаров", "Нұрлан", Twofold.BORN, RecordWorld.VILLAGE);
        records(two, child, activity, form);
        records(two, other, activity, form);
        Map<String, Long> once = figures(database);
        long again = two.child("Ахметов", "Алихан", Twofold.BORN, RecordWorld.VILLAGE);
        records(two, again, activity, form);
        Map<String, Long> twice = figures(database);
        once.forEach((asked, count) -> {
            if (count > 0) {
                assertNotEquals(count, twice.get(asked), asked);
            }
        });
        long pair = two.pairs.put(keeper, child, again);
        two.merge(keeper, pair, child, again, Map.of());
        assertEquals(once, figures(database));
        two.unmerges.unmerge(keeper, pair, two.pairs.open(keeper, pair).pair().version());
        assertEquals(twice, figures(database));
    }

    private static void records(Twofold two, long child, long activity, long form) {
        two.participation(child, activity, "ATTENDED");
        two.award(child, "camp", "ISSUED", true);
        two.roadMap(child, form, 2025);
    }
}
