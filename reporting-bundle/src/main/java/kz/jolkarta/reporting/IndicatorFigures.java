package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Figure;

/**
 * An indicator with its figures, as it is answered.
 *
 * @param parts what a share was made of; shown with the share only
 * @param rule how it is counted, in words
 * @param rows where the list behind it is
 * @param districts by place: a region's districts, the country's regions
 */
record IndicatorFigures(
        String code,
        String name,
        Unit unit,
        Adds adds,
        Cell.State state,
        Optional<BigDecimal> value,
        Optional<Parts> parts,
        String rule,
        String rows,
        List<Place> districts,
        List<Breakdown> by) {
    /** How the figures of several territories make the one of all of them. */
    enum Adds {
        SUM,
        /** From the sums of its parts. */
        SHARE,
        /** They do not: a median, or shares that do not tell what they are made of. */
        NOT;

        static Adds of(Figure figure) {
            if (figure instanceof Figure.Share) {
                return SHARE;
            }
            return figure instanceof Figure.Spread ? NOT : SUM;
        }
    }

    /** A share's numerator and denominator. */
    record Parts(long part, long whole) {
        Parts plus(Parts other) {
            return new Parts(part + other.part, whole + other.whole);
        }

        /** In per cent with one decimal, half up; empty when there is nothing it could be a part of. */
        Optional<BigDecimal> share() {
            return whole == 0
                    ? Optional.empty()
                    : Optional.of(
                            BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
        }
    }

    record Place(String territory, String name, Cell.State state, Optional<BigDecimal> value) {}

    record Breakdown(String dimension, String name, List<Item> items) {}

    record Item(String key, String name, Cell.State state, Optional<BigDecimal> value) {}
}
