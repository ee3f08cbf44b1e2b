package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The targets that hold beside the figures of one report.
 *
 * @param byFigure by the measure's code, a slash and the figure's
 */
record YearTargets(Map<String, Aim> byFigure) {
    static final YearTargets NONE = new YearTargets(Map.of());

    /** What a figure is to come to, and by which document. */
    record Aim(Unit unit, BigDecimal value, Target.Ground ground) {
        /** How much of it is there, in per cent with one decimal, rounded down, so that 100 is reached; empty where a share says nothing. */
        Optional<BigDecimal> share(Optional<BigDecimal> reached) {
            return value.signum() <= 0
                    ? Optional.empty()
                    : reached.filter(r -> r.signum() >= 0)
                            .map(r -> r.multiply(BigDecimal.valueOf(100)).divide(value, 1, RoundingMode.DOWN));
        }
    }

    YearTargets {
        byFigure = Collections.unmodifiableMap(new TreeMap<>(byFigure));
    }

    /** @param targets of one place and year that hold */
    static YearTargets of(Collection<Target> targets) {
        Map<String, Aim> aims = new TreeMap<>();
        targets.forEach(t -> aims.put(
                t.figure().figure(),
                new Aim(t.unit(), t.value().orElseThrow(), t.ground().orElseThrow())));
        return new YearTargets(aims);
    }

    boolean any() {
        return !byFigure.isEmpty();
    }

    /** The target of a figure; none when the figure is by now another one, counted in something else. */
    Optional<Aim> of(String measure, IndicatorFigures figures) {
        return of(measure, figures.code(), figures.unit());
    }

    Optional<Aim> of(String measure, String figure, Unit unit) {
        return Optional.ofNullable(byFigure.get(measure + "/" + figure)).filter(a -> a.unit() == unit);
    }
}
