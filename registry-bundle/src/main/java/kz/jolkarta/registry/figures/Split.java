package kz.jolkarta.registry.figures;

import kz.jolkarta.core.measure.Dimension;

/** A column of a source {@code a} of records by which one person is counted under each of its values. */
final class Split {
    private Split() {}

    static String column(Frame frame, Dimension by) {
        return ", " + expression(frame, by) + " as split";
    }

    static String expression(Frame frame, Dimension by) {
        return by.kind() == Dimension.Kind.FIELD ? frame.choice("a.fields", by) : "a.type";
    }
}
