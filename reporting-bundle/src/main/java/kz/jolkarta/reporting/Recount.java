package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The figures of a snapshot made anew from the rows behind them. */
final class Recount {
    private Recount() {}

    /**
     * Figures whose rows make another value. What is no matter of the rows' number, a sum or one of several groups, is not asked.
     *
     * @param count of all rows
     * @param counts of them by district
     */
    static <T> List<Snapshot.Key> differing(
            Snapshot snapshot,
            Map<Snapshot.Key, Map<Behind.Part, T>> rows,
            ToLongFunction<T> count,
            Function<T, Map<String, Integer>> counts) {
        List<Snapshot.Key> differing = new ArrayList<>();
        snapshot.cells().forEach((key, cell) -> {
            Map<Behind.Part, T> parts =
                    rows.getOrDefault(new Snapshot.Key(key.measure(), key.indicator(), ""), Map.of());
            ToLongFunction<T> there =
                    key.territory().isEmpty() ? count : of -> counts.apply(of).getOrDefault(key.territory(), 0);
            Optional<BigDecimal> made = Behind.value(parts, there);
            boolean asked = cell.value().isPresent() && made.isPresent();
            if (asked && made.get().compareTo(cell.value().get()) != 0) {
                differing.add(key);
            }
        });
        return differing;
    }
}
