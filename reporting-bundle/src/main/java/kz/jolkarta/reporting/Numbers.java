package kz.jolkarta.reporting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Beside;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;

/** Everything some indicators need, asked of the registry at once: one pass over each table, and one more for the year before. */
final class Numbers {
    private final Map<Wanted, List<Value>> now;
    private final Map<Wanted, List<Value>> before;

    private Numbers(Map<Wanted, List<Value>> now, Map<Wanted, List<Value>> before) {
        this.now = now;
        this.before = before;
    }

    /** @param before the year before */
    static Numbers of(Figures figures, List<Installed> measures, Period period, Period before, Scope scope) {
        Set<Wanted> now = new LinkedHashSet<>();
        Set<Wanted> earlier = new LinkedHashSet<>();
        for (Installed measure : measures) {
            for (Indicator indicator : measure.indicators()) {
                Figure figure = indicator.figure();
                now.add(main(measure.code(), figure, Optional.empty()));
                indicator.by().forEach(by -> now.add(main(measure.code(), figure, Optional.of(by))));
                if (figure instanceof Figure.Share share) {
                    now.add(count(measure.code(), share.whole(), Optional.empty()));
                }
                if (figure instanceof Figure.Change change) {
                    earlier.add(count(measure.code(), change.of(), Optional.empty()));
                }
            }
        }
        if (earlier.isEmpty()) {
            return new Numbers(figures.values(List.copyOf(now), period, scope), Map.of());
        }
        CompletableFuture<Map<Wanted, List<Value>>> other =
                Beside.start("year-before", () -> figures.values(List.copyOf(earlier), before, scope));
        return new Numbers(figures.values(List.copyOf(now), period, scope), Beside.join(other));
    }

    /** Values of the figure: of a share its part, of a change this year's count. */
    List<Value> of(String measure, Figure figure, Optional<Dimension> by) {
        return now.getOrDefault(main(measure, figure, by), List.of());
    }

    List<Value> whole(String measure, Figure.Share share) {
        return now.getOrDefault(count(measure, share.whole(), Optional.empty()), List.of());
    }

    List<Value> before(String measure, Figure.Change change) {
        return before.getOrDefault(count(measure, change.of(), Optional.empty()), List.of());
    }

    /** The selection whose rows stand behind a figure. */
    static Selection behind(Figure figure) {
        if (figure instanceof Figure.Count count) {
            return count.of();
        }
        if (figure instanceof Figure.Sum sum) {
            return sum.of();
        }
        if (figure instanceof Figure.Spread spread) {
            return spread.of();
        }
        return figure instanceof Figure.Share share ? share.part() : ((Figure.Change) figure).of();
    }

    private static Wanted main(String measure, Figure figure, Optional<Dimension> by) {
        return figure instanceof Figure.Sum sum
                ? new Wanted(measure, sum.of(), Optional.of(sum.amount()), by)
                : count(measure, behind(figure), by);
    }

    private static Wanted count(String measure, Selection of, Optional<Dimension> by) {
        return new Wanted(measure, of, Optional.empty(), by);
    }
}
