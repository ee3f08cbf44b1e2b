package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.registry.Figures.Value;

/** The cells of one indicator for an area, with those suppressed that would give away a few persons. */
final class Cells {
    /** Fewer persons than this in a cell are shown only to those who may see the persons themselves. */
    static final int FEWEST = 5;

    private final Numbers numbers;
    private final String measure;
    private final Figure figure;
    private final Area area;
    private final Optional<Guard> guard;
    private final List<Base> bases;

    /** What keeps few persons back. @param country the same numbers for the whole country @param regionOf the region that a district lay in */
    record Guard(Numbers country, UnaryOperator<String> regionOf) {}

    /** A count that the figure is made of. @param values in the area */
    private record Base(List<Value> values, Suppression table) {}

    /** @param guard empty for a reader who may see the persons behind the figure */
    Cells(Numbers numbers, String measure, Figure figure, Area area, Optional<Guard> guard) {
        this.numbers = numbers;
        this.measure = measure;
        this.figure = figure;
        this.area = area;
        boolean counted = !(figure instanceof Figure.Sum) && Subject.countsChildren(Numbers.behind(figure));
        this.guard = guard.filter(g -> counted);
        this.bases = this.guard.map(this::bases).orElse(List.of());
    }

    private List<Base> bases(Guard g) {
        List<Value> all = g.country().of(measure, figure, Optional.empty());
        Suppression table = figure instanceof Figure.Spread
                ? Suppression.ofGroups(all, g.regionOf())
                : Suppression.of(all, g.regionOf());
        List<Base> made = new ArrayList<>(List.of(new Base(numbers.of(measure, figure, Optional.empty()), table)));
        if (figure instanceof Figure.Share share) {
            made.add(new Base(
                    numbers.whole(measure, share), Suppression.of(g.country().whole(measure, share), g.regionOf())));
        }
        if (figure instanceof Figure.Change change) {
            made.add(new Base(
                    numbers.before(measure, change),
                    Suppression.of(g.country().before(measure, change), g.regionOf())));
        }
        return made;
    }

    private boolean whole(Suppression table, List<Value> values) {
        if (area.code().isEmpty()) {
            return area.scope().isCountry()
                    ? table.country()
                    : area.codes().stream().anyMatch(code -> sum(values, in(code)) != 0 && place(table, code));
        }
        return area.code().endsWith("0000000") ? table.region(area.code()) : table.district(area.code());
    }

    private boolean place(Suppression table, String code) {
        return area.code().isEmpty() && area.scope().isCountry() ? table.region(code) : table.district(code);
    }

    private Predicate<Value> in(String place) {
        return value -> area.placeOf().apply(value.district()).equals(place);
    }

    /** The figure as a whole. */
    Cell total() {
        boolean hidden =
                bases.stream().anyMatch(b -> sum(b.values(), all -> true) != 0 && whole(b.table(), b.values()));
        return hidden ? Cell.SUPPRESSED : cell(all -> true);
    }

    /** What the figure as a whole is a share of; empty when it is none, or is not shown. */
    Optional<IndicatorFigures.Parts> ofWhole() {
        return figure instanceof Figure.Share share && total().state() != Cell.State.SUPPRESSED
                ? Optional.of(parts(share, all -> true))
                : Optional.empty();
    }

    private IndicatorFigures.Parts parts(Figure.Share share, Predicate<Value> where) {
        return new IndicatorFigures.Parts(
                sum(numbers.of(measure, figure, Optional.empty()), where), sum(numbers.whole(measure, share), where));
    }

    /** One cell for each of the area's places, in their order. */
    List<Cell> places(List<String> places) {
        return places.stream()
                .map(code -> {
                    boolean hidden =
                            bases.stream().anyMatch(b -> sum(b.values(), in(code)) != 0 && place(b.table(), code));
                    return hidden ? Cell.SUPPRESSED : cell(in(code));
                })
                .toList();
    }

    /** One cell for each key of a breakdown, in their order: all, or none, or all but those of which the whole country has few. */
    List<Cell> keys(Dimension by, List<String> keys) {
        List<Value> values = numbers.of(measure, figure, Optional.of(by));
        Optional<Suppression> table = guard.filter(g -> !values.isEmpty())
                .map(g -> bases.get(0).table().by(g.country().of(measure, figure, Optional.of(by))));
        boolean hidden = table.filter(t -> whole(t, values)).isPresent();
        return keys.stream()
                .map(key -> hidden || table.filter(t -> t.key(key)).isPresent()
                        ? Cell.SUPPRESSED
                        : Cell.of(shown(sum(values, v -> v.key().equals(key)))))
                .toList();
    }

    /** Keys of a breakdown that have a value. */
    List<String> found(Dimension by) {
        return numbers.of(measure, figure, Optional.of(by)).stream()
                .map(Value::key)
                .distinct()
                .toList();
    }

    /** Districts in which the figure has a value. */
    List<String> districts() {
        return numbers.of(measure, figure, Optional.empty()).stream()
                .map(Value::district)
                .distinct()
                .toList();
    }

    private Cell cell(Predicate<Value> where) {
        if (figure instanceof Figure.Spread spread) {
            return spread(spread, where)
                    .map(n -> Cell.of(BigDecimal.valueOf(n)))
                    .orElse(Cell.NOT_REPORTED);
        }
        long value = sum(numbers.of(measure, figure, Optional.empty()), where);
        if (figure instanceof Figure.Share share) {
            return parts(share, where).share().map(Cell::of).orElse(Cell.NOT_REPORTED);
        }
        if (figure instanceof Figure.Change change) {
            return Cell.of(BigDecimal.valueOf(value - sum(numbers.before(measure, change), where)));
        }
        return Cell.of(shown(value));
    }

    /** Of the groups there; empty when there is none. */
    private Optional<Long> spread(Figure.Spread spread, Predicate<Value> where) {
        List<Long> groups = numbers.of(measure, figure, Optional.empty()).stream()
                .filter(where)
                .map(Value::value)
                .sorted()
                .toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        int middle = groups.size() / 2;
        return Optional.of(
                switch (spread.which()) {
                    case LARGEST -> groups.get(groups.size() - 1);
                    case MEDIAN ->
                        groups.size() % 2 == 1
                                ? groups.get(middle)
                                : (groups.get(middle - 1) + groups.get(middle) + 1) / 2;
                });
    }

    /** Money is kept in tiyn and shown in tenge. */
    private BigDecimal shown(long value) {
        return Unit.of(figure) == Unit.TENGE ? BigDecimal.valueOf(value, 2) : BigDecimal.valueOf(value);
    }

    static boolean tooFew(long count) {
        return count > 0 && count < FEWEST;
    }

    private static long sum(List<Value> values, Predicate<Value> where) {
        return values.stream().filter(where).mapToLong(Value::value).sum();
    }
}
