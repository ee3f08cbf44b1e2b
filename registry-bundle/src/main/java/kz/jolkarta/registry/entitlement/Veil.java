package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts for who may see figures but no children: none of fewer than five, and none from which such a one could be had by subtraction. */
final class Veil {
    private Veil() {}

    /** @param districts codes of the rows' districts, of which those of a region add up to a whole that is shown */
    static List<Counts> over(List<Counts> rows, List<String> districts) {
        List<Counts> shown = new ArrayList<>(rows);
        IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> districts.get(i).substring(0, 2)))
                .values()
                .forEach(region -> {
                    List<Counts> veiled = parts(region.stream().map(rows::get).toList());
                    IntStream.range(0, region.size()).forEach(i -> shown.set(region.get(i), veiled.get(i)));
                });
        return shown;
    }

    private static List<Counts> parts(List<Counts> rows) {
        List<Counts> shown = new ArrayList<>(
                rows.stream().map(row -> row.few() ? row.withheld() : row).toList());
        if (shown.stream().filter(Counts::hidden).count() == 1) {
            smallest(rows, i -> !shown.get(i).hidden())
                    .ifPresent(i -> shown.set(i, rows.get(i).withheld()));
        }
        if (shown.stream().filter(row -> row.entitled() == null).count() == 1) {
            smallest(rows, i -> shown.get(i).entitled() != null)
                    .ifPresent(i -> shown.set(i, rows.get(i).withheldWhole()));
        }
        return shown;
    }

    /** Single numbers instead of counts; empty for one that is withheld. */
    static List<Optional<Long>> numbers(List<Long> rows, List<String> districts) {
        List<Counts> counts = rows.stream().map(n -> Counts.of(n, 0, 0, 0)).toList();
        return over(counts, districts).stream()
                .map(Counts::entitled)
                .map(Optional::ofNullable)
                .toList();
    }

    static Optional<Long> number(long whole) {
        return Optional.ofNullable(over(Counts.of(whole, 0, 0, 0)).entitled());
    }

    static Counts over(Counts whole) {
        return whole.few() ? whole.withheld() : whole;
    }

    private static Optional<Integer> smallest(List<Counts> rows, Predicate<Integer> of) {
        return IntStream.range(0, rows.size())
                .boxed()
                .filter(of.and(i -> rows.get(i).entitled() > 0))
                .min(Comparator.comparing(i -> rows.get(i).entitled()));
    }
}
