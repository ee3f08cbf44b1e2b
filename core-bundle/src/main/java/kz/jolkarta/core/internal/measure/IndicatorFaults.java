package kz.jolkarta.core.internal.measure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;

/** What is wrong with one indicator: it names what the measure does not declare, or asks of rows what they do not hold. */
final class IndicatorFaults {
    private final Indicator indicator;
    private final Measures.Installed measure;
    private final Consumer<Message> found;

    private IndicatorFaults(Indicator indicator, Measures.Installed measure, Consumer<Message> found) {
        this.indicator = indicator;
        this.measure = measure;
        this.found = found;
    }

    static void find(Indicator indicator, Measures.Installed measure, Consumer<Message> found) {
        new IndicatorFaults(indicator, measure, found).figure();
    }

    private void figure() {
        Figure figure = indicator.figure();
        if (figure instanceof Figure.Count count) {
            broken(selection(count.of(), false));
        } else if (figure instanceof Figure.Change change) {
            broken(selection(change.of(), false));
        } else if (figure instanceof Figure.Sum sum) {
            Shape shape = selection(sum.of(), false);
            broken(shape);
            if (!shape.amounts().contains(sum.amount())) {
                found.accept(Message.of("measure.rejected.amount", indicator.code()));
            }
        } else if (figure instanceof Figure.Share share) {
            selection(share.part(), false);
            selection(share.whole(), false);
            unbroken();
        } else if (figure instanceof Figure.Spread spread) {
            selection(spread.of(), true);
            unbroken();
        }
    }

    private Shape selection(Selection selection, boolean spread) {
        if (selection instanceof Selection.Caseload != spread) {
            found.accept(Message.of("measure.rejected.spread", indicator.code()));
        }
        Shape shape = Shape.of(selection, measure);
        named(
                "type",
                shape.types(),
                shape.known().stream().map(Shape.Kind::code).toList());
        named("state", shape.states(), shape.possible());
        return shape;
    }

    private void named(String what, Set<String> names, Collection<String> known) {
        names.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> found.accept(Message.of("measure.rejected." + what, indicator.code(), name)));
    }

    private void broken(Shape shape) {
        indicator.by().stream()
                .filter(by -> !shape.dimensions().contains(by.kind()) || !isDeclared(by, shape.fields()))
                .forEach(this::cannot);
    }

    private void unbroken() {
        indicator.by().forEach(this::cannot);
    }

    /** With the same choices, since these are the only values that are counted. */
    private static boolean isDeclared(Dimension by, List<Field> fields) {
        return by.kind() != Dimension.Kind.FIELD
                || fields.stream()
                        .anyMatch(
                                f -> f.code().equals(by.field()) && f.choices().equals(by.choices()));
    }

    private void cannot(Dimension by) {
        Object name = by.kind() == Dimension.Kind.FIELD
                ? by.field()
                : Message.of(
                        "dimension." + by.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        found.accept(Message.of("measure.rejected.dimension", indicator.code(), name));
    }
}
