package kz.jolkarta.registry.figures;

import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Children of the registry on the day. */
final class Children extends ChildRows<Selection.Children> {
    Children(Frame frame) {
        super("child", "c", frame);
    }

    @Override
    String chosen(String measure, Selection.Children selection) {
        return frame.criteria().condition(selection.who());
    }

    @Override
    String from(Optional<Dimension> split) {
        return split.isPresent() ? CriterionSql.fromTalents(frame) : rows(split);
    }

    @Override
    String rows(Optional<Dimension> split) {
        return CriterionSql.from(frame);
    }

    @Override
    String where() {
        return reach() + " and " + frame.registered();
    }
}
