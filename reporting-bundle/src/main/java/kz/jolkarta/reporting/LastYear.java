package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Last year's values that a report is compared with, as its page shows them.
 *
 * @param values by the measure's code, a slash and the figure's; of money what was spent, see {@link ReportBook#spent}
 * @param entered of how many regions a value was entered from a return, by the same names; a value that is counted alone is not named
 */
record LastYear(int year, Map<String, BigDecimal> values, Map<String, Integer> entered) {
    LastYear {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        entered = Collections.unmodifiableMap(new TreeMap<>(entered));
    }

    static LastYear none(int year) {
        return new LastYear(year, Map.of(), Map.of());
    }

    Optional<BigDecimal> of(String measure, String figure) {
        return Optional.ofNullable(values.get(measure + "/" + figure));
    }

    int entered(String measure, String figure) {
        return entered.getOrDefault(measure + "/" + figure, 0);
    }
}
