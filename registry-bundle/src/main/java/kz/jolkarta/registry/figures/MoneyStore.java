package kz.jolkarta.registry.figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Money;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.roadmap.FundingSource;

/** Plans and payments of all measures by source and district: one statement for each. */
final class MoneyStore {
    private record Plan(String measure, FundingSource source, String territory, long tiyn) {
        /** A district's plan is part of its region's, and that one of the country's. */
        private boolean holds(Plan other) {
            return measure.equals(other.measure)
                    && source == other.source
                    && !territory.equals(other.territory)
                    && other.territory.startsWith(Scope.prefix(territory));
        }

        private Plan with(long other) {
            return new Plan(measure, source, territory, other);
        }
    }

    private record Key(String measure, FundingSource source, String territory) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byMeasure = measure.compareTo(other.measure);
            int bySource = byMeasure != 0 ? byMeasure : source.compareTo(other.source);
            return bySource != 0 ? bySource : territory.compareTo(other.territory);
        }
    }

    private MoneyStore() {}

    static List<Money> money(Tx tx, Period period, Scope scope, PassStore.Districts districts) {
        Map<Key, Long> planned = new TreeMap<>();
        Map<Key, Long> spent = new TreeMap<>();
        own(plans(tx, period, scope))
                .forEach(p -> planned.merge(key(p.measure, p.source, p.territory, districts), p.tiyn, Long::sum));
        tx.each(
                "select x.measure, x.source, x.d, sum(x.amount) total from (select p.measure, p.source,"
                        + " substr(p.territory, 1, 4) as d, p.amount from payment p where p.paid_on >= :first"
                        + " and p.paid_on <= :day and " + scope.condition("p.territory")
                        + ") x group by x.measure, x.source, x.d",
                Map.of("first", period.from(), "day", period.day()),
                row -> spent.merge(
                        key(row.text("measure"), row.value("source", FundingSource.class), row.text("d"), districts),
                        row.number("total"),
                        Long::sum));
        return Stream.concat(planned.keySet().stream(), spent.keySet().stream())
                .distinct()
                .sorted()
                .map(k -> new Money(
                        k.measure,
                        k.source,
                        k.territory,
                        Optional.ofNullable(planned.get(k)),
                        spent.getOrDefault(k, 0L)))
                .toList();
    }

    private static Key key(String measure, FundingSource source, String territory, PassStore.Districts districts) {
        String digits = territory.substring(0, Math.min(4, territory.length()));
        return new Key(measure, source, districts.code(digits));
    }

    private static List<Plan> plans(Tx tx, Period period, Scope scope) {
        return tx.list(
                "select b.measure, b.source, b.territory, b.planned from budget b where b.budget_year = :year and "
                        + scope.condition("b.territory") + " order by b.measure, b.source, b.territory",
                Map.of("year", period.year()),
                row -> new Plan(
                        row.text("measure"),
                        row.value("source", FundingSource.class),
                        row.text("territory"),
                        row.number("planned")));
    }

    /** Each plan without the plans right below it. A unit's code sorts before those of the units within it. */
    private static List<Plan> own(List<Plan> plans) {
        long[] own = plans.stream().mapToLong(Plan::tiyn).toArray();
        Deque<Integer> around = new ArrayDeque<>();
        for (int i = 0; i < own.length; i++) {
            Plan plan = plans.get(i);
            while (!around.isEmpty() && !plans.get(around.peek()).holds(plan)) {
                around.pop();
            }
            if (!around.isEmpty()) {
                own[around.peek()] -= plan.tiyn;
            }
            around.push(i);
        }
        return IntStream.range(0, own.length)
                .mapToObj(i -> plans.get(i).with(own[i]))
                .toList();
    }
}
