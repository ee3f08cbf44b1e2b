package kz.jolkarta.core.internal.files;

import java.util.List;
import java.util.function.Consumer;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.SheetRow;

/** Hands rows with content on and counts them; what the visitor throws is told apart from what the file does. */
final class Rows {
    /** Carries an exception of the visitor through the libraries that read. */
    static final class VisitorFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RuntimeException failure;

        VisitorFailure(RuntimeException failure) {
            super(failure);
            this.failure = failure;
        }

        RuntimeException failure() {
            return failure;
        }
    }

    private final SheetProblems problems;
    private final Consumer<SheetRow> visitor;
    private int count;

    Rows(SheetProblems problems, Consumer<SheetRow> visitor) {
        this.problems = problems;
        this.visitor = visitor;
    }

    int count() {
        return count;
    }

    void row(int number, List<Cell> cells) {
        if (cells.stream().allMatch(c -> c.text().isBlank())) {
            return;
        }
        int end = cells.size();
        while (cells.get(end - 1).text().isEmpty()) {
            end--;
        }
        if (end > problems.limits().columns()) {
            throw problems.tooManyColumns(number);
        }
        if (++count > problems.limits().rows()) {
            throw problems.tooManyRows();
        }
        try {
            visitor.accept(new SheetRow(number, List.copyOf(cells.subList(0, end))));
        } catch (RuntimeException e) {
            throw new VisitorFailure(e);
        }
    }
}
