package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** Awards of the year. */
final class Awards extends PersonRecords<Selection.Awards> {
    Awards(Frame frame) {
        super("award", "award a", "a", frame);
    }

    @Override
    String chosen(String measure, Selection.Awards selection) {
        return of(measure) + frame.in("a.type", selection.types()) + frame.in("a.state", selection.states());
    }

    @Override
    String inPeriod() {
        return "a.award_year = " + frame.year();
    }

    @Override
    String column(Figure.Amount amount) {
        return amount == Figure.Amount.COST ? "a.amount" : "";
    }

    @Override
    String column(Dimension by) {
        return by.kind() == Dimension.Kind.SOURCE ? "coalesce(a.source, '')" : super.column(by);
    }

    @Override
    List<Cell> cells() {
        return cells(List.of(
                Cell.text("documentNumber", "a.document_number").ofPerson(),
                Cell.text("type", "a.type"),
                Cell.text("state", "a.state"),
                Cell.text("place", "a.place"),
                Cell.date("from", "a.date_from"),
                Cell.date("to", "a.date_to"),
                Cell.number("amount", "a.amount"),
                Cell.text("source", "a.source")));
    }
}
