package kz.jolkarta.registry.figures;

import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.OrganisationKind;

/** Children who attended anything at certain organisations, each once. */
final class Guests extends Attendants<Selection.Guests> {
    Guests(Frame frame) {
        super(frame);
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
    boolean at(Activity activity, String measure, Selection.Guests selection) {
        return !activity.venue().isEmpty()
                && (selection.venues().isEmpty()
                        || selection.venues().contains(OrganisationKind.valueOf(activity.venue())));
    }

    @Override
    boolean anywhere() {
        return true;
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
