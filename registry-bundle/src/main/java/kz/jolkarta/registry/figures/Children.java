package kz.jolkarta.registry.figures;

import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Children of the registry on the day. */
final class Children extends ChildRows<Selection.Children> {
    Children(Frame frame) {
        super("child", "c", frame);
    }

    @Override
    Members members() {
        return Members.REGISTERED;
    }

    @Override
    Criterion who(Selection.Children selection) {
        return selection.who();
    }

    @Override
    String row(String measure, Selection.Children selection) {
        return "1 = 1";
    }

    @Override
    String source(Optional<Dimension> split) {
        return "";
    }
}
