package kz.jolkarta.registry.figures;

import static kz.jolkarta.core.measure.Dimension.Kind.TALENT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/**
 * How the rows of one kind of selection are read, within one statement: where they come from, which of them are in a selection, what they can be
 * summed and broken down by, and what is shown of one. Counting and listing put their statements together from the same reading, so they cannot disagree.
 */
abstract class Reading<S extends Selection> {
    /** The kind of a row behind a figure. */
    final String kind;

    final Frame frame;
    private final String alias;
    private final Set<String> measures = new TreeSet<>();

    Reading(String kind, String alias, Frame frame) {
        this.kind = kind;
        this.alias = alias;
        this.frame = frame;
    }

    String id() {
        return alias + ".id";
    }

    String territory() {
        return alias + ".territory";
    }

    /** The condition that a row is in the selection, true or false; all are to be asked for before {@link #from} and {@link #where}. */
    final String condition(String measure, S selection) {
        asked(measure);
        return chosen(measure, selection);
    }

    final void asked(String measure) {
        measures.add(measure);
    }

    abstract String chosen(String measure, S selection);

    /** @param split a breakdown that makes several rows of one, see {@link #splits} */
    abstract String from(Optional<Dimension> split);

    /** The same for counting, which needs none of the {@link #cells}. */
    String counted(Optional<Dimension> split) {
        return from(split);
    }

    /** Which rows can be in a selection at all: those of the scope, the period and the measures asked for. */
    abstract String where();

    abstract List<Cell> cells();

    /** Whether one thing may stand under several keys of the breakdown. */
    boolean splits(Dimension by) {
        return by.kind() == TALENT;
    }

    /** The column to sum, "" when rows have no such amount. */
    String column(Figure.Amount amount) {
        return "";
    }

    /** The expression to group by, "" when rows cannot be broken down by it. */
    String column(Dimension by) {
        return "";
    }

    /** @throws IllegalArgumentException when rows have no such amount */
    final String amount(Figure.Amount amount) {
        String column = column(amount);
        if (column.isEmpty()) {
            throw new IllegalArgumentException("no " + amount + " of a " + kind);
        }
        return "coalesce(" + column + ", 0)";
    }

    /** @throws IllegalArgumentException when rows cannot be broken down by it */
    final String dimension(Dimension by) {
        String column = column(by);
        if (column.isEmpty()) {
            throw new IllegalArgumentException("no " + by + " of a " + kind);
        }
        return column;
    }

    /** The rows' measure is one of those asked for. */
    final String own(String column) {
        return column + " in (" + frame.list(measures) + ")";
    }

    /** Whether each row is of one child, so that children may be read in parts and the parts added up. */
    boolean ofChildren() {
        return false;
    }

    String reach() {
        return frame.scope().condition(territory());
    }
}
