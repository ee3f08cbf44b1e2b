package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.registry.Figures.Value;

/** The cells of one indicator, with those suppressed that would give away single persons. */
final class Cells {
    /** Fewer persons than this in a cell are shown only to those who may see the persons themselves. */
    static final int FEWEST = 5;

    private final Numbers numbers;
    private final String measure;
    private final Figure figure;
    private final boolean suppressing;

    /** @param persons whether the reader may see the persons behind the figure */
    Cells(Numbers numbers, String measure, Figure figure, boolean persons) {
        this.numbers = numbers;
        this.measure = measure;
        this.figure = figure;
        boolean counted = !(figure instanceof Figure.Sum) && Subject.countsChildren(Numbers.behind(figure));
        this.suppressing = counted && !persons;
    }

    /** The figure as a whole. */
    Cell total() {
        return few(all -> true) ? Cell.SUPPRESSED : cell(all -> true);
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

    /** One cell for each part of the whole, in their order. */
    List<Cell> parts(List<Predicate<Value>> parts) {
        if (figure instanceof Figure.Spread) {
            // Parts of it do not add up, so none can be had by subtraction.
            return parts.stream().map(p -> few(p) ? Cell.SUPPRESSED : cell(p)).toList();
        }
        List<Long> counts = parts.stream()
                .map(p -> sum(numbers.of(measure, figure, Optional.empty()), p))
                .toList();
        return protectedCells(
                counts,
                parts.stream().map(this::few).toList(),
                parts.stream().map(this::cell).toList());
    }

    /** One cell for each key of a breakdown, in their order. */
    List<Cell> keys(Dimension by, List<String> keys) {
        List<Value> values = numbers.of(measure, figure, Optional.of(by));
        List<Long> counts =
                keys.stream().map(key -> sum(values, v -> v.key().equals(key))).toList();
        List<Boolean> few = counts.stream().map(n -> suppressing && tooFew(n)).toList();
        return protectedCells(
                counts, few, counts.stream().map(n -> Cell.of(shown(n))).toList());
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

    /** A single suppressed part could be had by subtraction, so the smallest of the others goes with it. */
    private List<Cell> protectedCells(List<Long> counts, List<Boolean> few, List<Cell> open) {
        List<Cell> cells = new ArrayList<>(IntStream.range(0, open.size())
                .mapToObj(i -> few.get(i) ? Cell.SUPPRESSED : open.get(i))
                .toList());
        if (cells.stream().filter(Cell.SUPPRESSED::equals).count() == 1) {
            IntStream.range(0, open.size())
                    .boxed()
                    .filter(i -> !few.get(i) && counts.get(i) != 0)
                    .min(Comparator.comparing(counts::get))
                    .ifPresent(i -> cells.set(i, Cell.SUPPRESSED));
        }
        return cells;
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

    private boolean few(Predicate<Value> where) {
        if (!suppressing) {
            return false;
        }
        if (figure instanceof Figure.Spread spread) {
            return spread(spread, where).filter(Cells::tooFew).isPresent();
        }
        return tooFew(sum(numbers.of(measure, figure, Optional.empty()), where))
                || figure instanceof Figure.Share share && tooFew(sum(numbers.whole(measure, share), where))
                || figure instanceof Figure.Change change && tooFew(sum(numbers.before(measure, change), where));
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

    private static boolean tooFew(long count) {
        return count > 0 && count < FEWEST;
    }

    private static long sum(List<Value> values, Predicate<Value> where) {
        return values.stream().filter(where).mapToLong(Value::value).sum();
    }
}
