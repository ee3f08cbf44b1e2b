package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Selection;

/** Quotas of the year. */
final class Quotas extends RecordRows<Selection.Quotas> {
    Quotas(Frame frame) {
        super("quota", "quota a", frame);
    }

    @Override
    String chosen(String measure, Selection.Quotas selection) {
        return of(measure) + frame.in("a.type", selection.types());
    }

    @Override
    String inPeriod() {
        return "a.quota_year = " + frame.year();
    }

    @Override
    String column(Figure.Amount amount) {
        return amount == Figure.Amount.CAP ? "a.cap" : "";
    }

    @Override
    List<Cell> cells() {
        return List.of(Cell.text("type", "a.type"), Cell.number("cap", "a.cap"), Cell.number("used", "a.used"));
    }
}
