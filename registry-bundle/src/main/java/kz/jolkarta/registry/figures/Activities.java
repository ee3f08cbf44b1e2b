package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** Activities that began in the period. */
final class Activities extends RecordRows<Selection.Activities> {
    Activities(Frame frame) {
        super("activity", "activity a", frame);
    }

    @Override
    String chosen(String measure, Selection.Activities selection) {
        return of(measure) + frame.in("a.type", selection.types()) + frame.in("a.state", selection.states());
    }

    @Override
    String inPeriod() {
        return frame.within("a.starts");
    }

    @Override
    String column(Figure.Amount amount) {
        return switch (amount) {
            case HOURS -> "a.hours";
            case SEATS -> "a.seats";
            case CAP, COST, PAID, REACH, CAPACITY -> "";
        };
    }

    @Override
    String column(Dimension by) {
        return by.kind() == Dimension.Kind.FIELD ? frame.choice("a.fields", by) : super.column(by);
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.text("type", "a.type"),
                Cell.text("title", "a.title"),
                Cell.text("place", "a.place"),
                Cell.date("starts", "a.starts"),
                Cell.date("ends", "a.ends"),
                Cell.number("hours", "a.hours"),
                Cell.number("seats", "a.seats"),
                Cell.text("state", "a.state"));
    }
}
