package kz.jolkarta.registry.figures;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Rows of lists imported by the day that nobody had decided on then. */
final class Doubts extends Reading<Selection.Doubts> {
    Doubts(Frame frame) {
        super("doubt", "d", frame);
    }

    @Override
    String chosen(String measure, Selection.Doubts selection) {
        return "1 = 1";
    }

    @Override
    String from(Optional<Dimension> split) {
        return "doubtful_pair d join import_batch b on b.id = d.import_id";
    }

    @Override
    String where() {
        return reach() + " and cast(b.created_at as date) <= " + frame.day()
                + " and (d.decision = 'OPEN' or d.decided_at is not null and cast(d.decided_at as date) > "
                + frame.day() + ")";
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.text("list", "b.file_name"), Cell.number("row", "d.row_no"), Cell.text("evidence", "d.evidence"));
    }
}
