package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Chosen;

/**
 * Rows that stand behind a figure.
 *
 * @param before whether they are of the year before
 */
record Behind(Part part, Chosen rows, boolean before) {
    /** What rows are to their figure. */
    enum Part {
        /** The figure is their number. */
        COUNTED,
        /** The figure is a sum over them. */
        SUMMED,
        /** The figure is one of the groups that they are. */
        GROUPED,
        /** The figure is their share of the {@link #WHOLE}. */
        SHARE,
        WHOLE,
        /** The figure is how many more they are than {@link #BEFORE}. */
        NOW,
        BEFORE
    }

    static List<Behind> of(String measure, Figure figure) {
        Behind main = new Behind(part(figure), new Chosen(measure, Numbers.behind(figure)), false);
        if (figure instanceof Figure.Share share) {
            return List.of(main, new Behind(Part.WHOLE, new Chosen(measure, share.whole()), false));
        }
        if (figure instanceof Figure.Change change) {
            Selection of = change.of();
            return List.of(main, new Behind(Part.BEFORE, new Chosen(measure, of), true));
        }
        return List.of(main);
    }

    private static Part part(Figure figure) {
        if (figure instanceof Figure.Count) {
            return Part.COUNTED;
        }
        if (figure instanceof Figure.Share) {
            return Part.SHARE;
        }
        if (figure instanceof Figure.Change) {
            return Part.NOW;
        }
        return figure instanceof Figure.Sum ? Part.SUMMED : Part.GROUPED;
    }

    /** The figure as its rows make it; empty when their number does not tell it. @param counts how many rows each part has */
    static <T> Optional<BigDecimal> value(Map<Part, T> parts, ToLongFunction<T> counts) {
        if (parts.containsKey(Part.COUNTED)) {
            return Optional.of(number(parts, Part.COUNTED, counts));
        }
        if (parts.containsKey(Part.NOW)) {
            return Optional.of(number(parts, Part.NOW, counts).subtract(number(parts, Part.BEFORE, counts)));
        }
        if (parts.containsKey(Part.SHARE)) {
            BigDecimal whole = number(parts, Part.WHOLE, counts);
            return whole.signum() == 0
                    ? Optional.empty()
                    : Optional.of(number(parts, Part.SHARE, counts)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(whole, 1, RoundingMode.HALF_UP));
        }
        return Optional.empty();
    }

    private static <T> BigDecimal number(Map<Part, T> parts, Part part, ToLongFunction<T> counts) {
        T rows = parts.get(part);
        return BigDecimal.valueOf(rows == null ? 0 : counts.applyAsLong(rows));
    }
}
