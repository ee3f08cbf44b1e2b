package kz.jolkarta.registry.figures;

import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Children who attended anything at certain organisations, each once. */
final class Guests extends ChildRows<Selection.Guests> {
    private final Groups groups = new Groups();

    Guests(Frame frame) {
        super("child", "c", frame);
    }

    @Override
    Members members() {
        return Members.ANY;
    }

    @Override
    Criterion who(Selection.Guests selection) {
        return selection.who();
    }

    @Override
    String row(String measure, Selection.Guests selection) {
        String there = "1 = 1"
                + frame.in(
                        "s.venue", selection.venues().stream().map(Enum::name).toList());
        return groups.any(there) + " = 1";
    }

    @Override
    String source(Optional<Dimension> split) {
        String source = Attendance.ofChildren(frame)
                .source(
                        ", v.kind as venue",
                        " join organisation v on v.id = a.organisation_id",
                        "",
                        frame.period().from());
        return groups.table("child_id", source);
    }
}
