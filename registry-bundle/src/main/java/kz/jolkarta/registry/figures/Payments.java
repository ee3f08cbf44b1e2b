package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** Payments made in the period. */
final class Payments extends RecordRows<Selection.Payments> {
    Payments(Frame frame) {
        super("payment", "payment a", frame);
    }

    @Override
    String chosen(String measure, Selection.Payments selection) {
        return of(measure) + frame.in("a.type", selection.types());
    }

    @Override
    String inPeriod() {
        return frame.within("a.paid_on");
    }

    @Override
    String column(Figure.Amount amount) {
        return amount == Figure.Amount.PAID ? "a.amount" : "";
    }

    @Override
    String column(Dimension by) {
        return by.kind() == Dimension.Kind.SOURCE ? "a.source" : super.column(by);
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.text("type", "a.type"),
                Cell.date("paidOn", "a.paid_on"),
                Cell.number("amount", "a.amount"),
                Cell.text("source", "a.source"),
                Cell.text("documentNumber", "a.document_number"));
    }
}
