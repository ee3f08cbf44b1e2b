package kz.jolkarta.registry.figures;

import static kz.jolkarta.core.measure.Dimension.Kind.FIELD;
import static kz.jolkarta.core.measure.Dimension.Kind.TALENT;
import static kz.jolkarta.core.measure.Dimension.Kind.TYPE;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Children who attended, each once. */
final class Participants extends Attendants<Selection.Participants> {
    private boolean regular;

    Participants(Frame frame) {
        super(frame);
    }

    @Override
    Criterion who(Selection.Participants selection) {
        return selection.who();
    }

    @Override
    String row(String measure, Selection.Participants selection) {
        String kind = "s.measure = " + frame.bind(measure) + frame.in("s.type", selection.types());
        return selection.minSessions() == 1
                ? groups.any(kind + " and " + frame.within("s.on_day")) + " = 1"
                : regularly(kind + " and s.in_session = 1", selection.minSessions());
    }

    /** Sessions of the school year that ends in the period's year with one of them in that year, or of the one that begins in it. */
    private String regularly(String inSession, int min) {
        regular = true;
        LocalDate august = summer(frame);
        LocalDate end =
                august.isBefore(frame.period().day()) ? august : frame.period().day();
        String ending = groups.times(inSession + between(schoolYear(frame), end));
        String inYear = groups.any(inSession + between(frame.period().from(), end));
        String beginning = groups.times(
                inSession + between(august.plusDays(1), frame.period().day()));
        return "(" + ending + " >= " + min + " and " + inYear + " = 1 or " + beginning + " >= " + min + ")";
    }

    private String between(LocalDate from, LocalDate to) {
        return " and s.on_day between " + frame.bind(from) + " and " + frame.bind(to);
    }

    @Override
    boolean at(Activity activity, String measure, Selection.Participants selection) {
        return activity.measure().equals(measure)
                && (selection.types().isEmpty() || selection.types().contains(activity.type()));
    }

    @Override
    int sessions(Selection.Participants selection) {
        return selection.minSessions();
    }

    @Override
    boolean anywhere() {
        return false;
    }

    @Override
    boolean splits(Dimension by) {
        return by.kind() == TALENT || by.kind() == TYPE || by.kind() == FIELD;
    }

    @Override
    String column(Dimension by) {
        return by.kind() == TYPE || by.kind() == FIELD ? "e.split" : super.column(by);
    }

    @Override
    String source(Optional<Dimension> split) {
        String from = Attendance.ofChildren(frame)
                .source(
                        split.map(by -> Split.column(frame, by)).orElse(""),
                        "",
                        " and " + own("a.measure"),
                        regular ? schoolYear(frame) : frame.period().from());
        return groups.table(split.isPresent() ? "child_id, split" : "child_id", from);
    }
}
