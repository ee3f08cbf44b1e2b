package kz.jolkarta.acceptance.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A figure with every single thing that it is made of.
 *
 * @param made the value of some of them; empty when they make none
 */
record Figure(List<Item> items, Function<List<Item>, Optional<BigDecimal>> made) {
    /**
     * One thing.
     *
     * @param place district, or the region for what is kept for all of it
     * @param value what it counts for; of a share, in the part
     * @param whole in what the share is of
     * @param by its keys in each breakdown
     */
    record Item(String place, long value, long whole, Map<String, Set<String>> by) {
        static Item of(String place, long value) {
            return new Item(place, value, 0, Map.of());
        }
    }

    static Figure sum(List<Item> items) {
        return new Figure(items, some -> Optional.of(BigDecimal.valueOf(total(some))));
    }

    /** Of tiyn, in tenge. */
    static Figure money(List<Item> items) {
        return new Figure(items, some -> Optional.of(BigDecimal.valueOf(total(some), 2)));
    }

    /** In per cent with one decimal; none where there is nothing it could be a part of. */
    static Figure share(List<Item> part, List<Item> all) {
        List<Item> items = Stream.concat(
                        part.stream(), all.stream().map(i -> new Item(i.place(), 0, i.value(), Map.of())))
                .toList();
        return new Figure(items, some -> {
            long whole = some.stream().mapToLong(Item::whole).sum();
            return whole == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(100 * total(some))
                            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        });
    }

    static Figure largest(List<Item> items) {
        return new Figure(
                items, some -> some.stream().map(Item::value).max(Long::compare).map(BigDecimal::valueOf));
    }

    static Figure median(List<Item> items) {
        return new Figure(items, some -> {
            double[] sorted = some.stream().mapToDouble(Item::value).sorted().toArray();
            int last = sorted.length - 1;
            return last < 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf((sorted[last / 2] + sorted[last - last / 2]) / 2)
                            .setScale(0, RoundingMode.HALF_UP));
        });
    }

    private static long total(List<Item> items) {
        return items.stream().mapToLong(Item::value).sum();
    }

    Optional<BigDecimal> value() {
        return made.apply(items);
    }

    Optional<BigDecimal> in(String place) {
        return some(i -> i.place().equals(place));
    }

    /** @param key {@code none} for what has none */
    Optional<BigDecimal> of(String breakdown, String key) {
        return some(i -> i.by().getOrDefault(breakdown, Set.of()).stream()
                .anyMatch(k -> k.isEmpty() ? key.equals("none") : k.equals(key)));
    }

    private Optional<BigDecimal> some(Predicate<Item> which) {
        return made.apply(items.stream().filter(which).toList());
    }
}
