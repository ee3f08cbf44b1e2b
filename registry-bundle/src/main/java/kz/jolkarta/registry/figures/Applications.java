package kz.jolkarta.registry.figures;

import java.util.List;
import kz.jolkarta.core.measure.Selection;

/** Participations, each for itself, under the territory of their activity, so that they stand beside its seats. */
final class Applications extends PersonRecords<Selection.Applications> {
    Applications(Frame frame) {
        super("application", "activity a join participation p on p.activity_id = a.id", "p", frame);
    }

    @Override
    String id() {
        return "p.id";
    }

    @Override
    String chosen(String measure, Selection.Applications selection) {
        return of(measure) + frame.in("a.type", selection.types()) + frame.in("p.state", selection.states());
    }

    @Override
    String inPeriod() {
        return frame.within("a.starts");
    }

    @Override
    List<Cell> cells() {
        return cells(List.of(
                Cell.text("type", "a.type"),
                Cell.text("title", "a.title"),
                Cell.date("starts", "a.starts"),
                Cell.text("state", "p.state")));
    }
}
