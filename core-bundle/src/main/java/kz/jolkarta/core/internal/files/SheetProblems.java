package kz.jolkarta.core.internal.files;

import kz.jolkarta.core.Problem;

/** What can be wrong with a file as such, each with the file's name and what to do. */
final class SheetProblems {
    private final String file;
    private final SheetLimits limits;

    SheetProblems(String file, SheetLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    SheetLimits limits() {
        return limits;
    }

    Problem empty() {
        return Problem.of(Problem.Kind.INVALID, "sheet.empty", file);
    }

    Problem tooLarge() {
        return Problem.of(Problem.Kind.TOO_LARGE, "sheet.too-large", file, limits.bytes() / (1024 * 1024));
    }

    Problem tooManyRows() {
        return Problem.of(Problem.Kind.TOO_LARGE, "sheet.too-many-rows", file, limits.rows());
    }

    Problem tooManyColumns(int row) {
        return Problem.of(
                Problem.Kind.TOO_LARGE, "sheet.too-many-columns", file, String.valueOf(row), limits.columns());
    }

    Problem cellTooLong(int row, int column) {
        return Problem.of(
                Problem.Kind.TOO_LARGE,
                "sheet.cell-too-long",
                file,
                String.valueOf(row),
                letters(column),
                limits.chars());
    }

    Problem textTooLong() {
        return Problem.of(Problem.Kind.TOO_LARGE, "sheet.text-too-long", file, limits.chars());
    }

    /** An archive that would unpack to far more than it is, or whose parts are not what they say. */
    Problem suspicious() {
        return Problem.of(Problem.Kind.INVALID, "sheet.suspicious", file);
    }

    Problem damaged() {
        return Problem.of(Problem.Kind.INVALID, "sheet.damaged", file);
    }

    Problem encrypted() {
        return Problem.of(Problem.Kind.UNSUPPORTED, "sheet.encrypted", file);
    }

    Problem oldExcel() {
        return Problem.of(Problem.Kind.UNSUPPORTED, "sheet.old-excel", file);
    }

    Problem archive() {
        return Problem.of(Problem.Kind.UNSUPPORTED, "sheet.archive", file);
    }

    Problem notATable() {
        return Problem.of(Problem.Kind.UNSUPPORTED, "sheet.not-a-table", file);
    }

    Problem unclosedQuote(int row) {
        return Problem.of(Problem.Kind.INVALID, "sheet.unclosed-quote", file, String.valueOf(row));
    }

    /** A column as a spreadsheet names it: 0 is A, 26 is AA. */
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            name.insert(0, (char) ('A' + c % 26));
        }
        return name.toString();
    }
}
