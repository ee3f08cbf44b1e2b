package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An indicator with its figures, as it is answered.
 *
 * @param rule how it is counted, in words
 * @param rows where the list behind it is
 * @param districts by place: a region's districts, the country's regions
 */
record IndicatorFigures(
        String code,
        String name,
        Unit unit,
        Cell.State state,
        Optional<BigDecimal> value,
        String rule,
        String rows,
        List<Place> districts,
        List<Breakdown> by) {
    record Place(String territory, String name, Cell.State state, Optional<BigDecimal> value) {}

    record Breakdown(String dimension, String name, List<Item> items) {}

    record Item(String key, String name, Cell.State state, Optional<BigDecimal> value) {}
}
