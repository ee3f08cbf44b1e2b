package kz.jolkarta.registry.figures;

import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Records {@code a} of the measures, by the territory they were made for. */
abstract class RecordRows<S extends Selection> extends Reading<S> {
    private final String table;

    RecordRows(String kind, String table, Frame frame) {
        super(kind, "a", frame);
        this.table = table;
    }

    @Override
    String from(Optional<Dimension> split) {
        return table;
    }

    @Override
    String where() {
        return reach() + " and " + own("a.measure") + " and " + inPeriod();
    }

    abstract String inPeriod();

    @Override
    String column(Dimension by) {
        return by.kind() == Dimension.Kind.TYPE ? "a.type" : "";
    }

    final String of(String measure) {
        return "a.measure = " + frame.bind(measure);
    }
}
