package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import kz.jolkarta.core.files.Sheets.SheetRow;

/** One row of a list by the meaning of its columns, with what there is to be said about it. */
final class CellNotes {
    private final SheetRow row;
    private final Layout layout;
    private final List<Remark> remarks = new ArrayList<>();

    CellNotes(SheetRow row, Layout layout) {
        this.row = row;
        this.layout = layout;
    }

    int row() {
        return row.number();
    }

    Layout layout() {
        return layout;
    }

    /** The text of the column, "" when the list or the row has none, or a spreadsheet's error stands there. */
    String text(Column column) {
        Cell cell = row.cell(layout.index(column));
        if (cell.kind() == CellKind.ERROR) {
            return "";
        }
        return cell.text().replace('\u00A0', ' ').strip();
    }

    /** The text as it stands in the list. */
    String raw(Column column) {
        return row.cell(layout.index(column)).text();
    }

    boolean isDate(Column column) {
        return row.cell(layout.index(column)).kind() == CellKind.DATE;
    }

    /** Columns that the row ends before. */
    int missingAtEnd() {
        int last = -1;
        for (int c = 0; c < layout.columns().size(); c++) {
            if (layout.columns().get(c).filter(k -> k != Column.IGNORED).isPresent()) {
                last = c;
            }
        }
        return Math.max(0, last + 1 - row.cells().size());
    }

    void rejected(Column column, String reason, String... args) {
        note(Remark.Outcome.REJECTED, column, reason, "", args);
    }

    void repaired(Column column, String reason, String taken, String... args) {
        note(Remark.Outcome.REPAIRED, column, reason, taken, args);
    }

    void warning(Column column, String reason, String... args) {
        note(Remark.Outcome.WARNING, column, reason, "", args);
    }

    private void note(Remark.Outcome outcome, Column column, String reason, String taken, String... args) {
        int index = layout.index(column);
        remarks.add(new Remark(outcome, index, reason, row.cell(index).text(), taken, List.of(args)));
    }

    List<Remark> remarks() {
        return remarks;
    }
}
