package kz.jolkarta.core.internal.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;

/** Delimited text, whatever its encoding, delimiter and line ends. */
final class DelimitedReader {
    private static final int LOOKED_AT = 64 * 1024;

    private final Path file;
    private final SheetProblems problems;

    DelimitedReader(Path file, SheetProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    // The library has no other way yet to read a quote closed before the field's end, as lists written by hand have it.
    @SuppressWarnings("removal")
    void read(Rows rows) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        int number = 0;
        try (PushbackReader text = new PushbackReader(encoding.open(file), LOOKED_AT)) {
            char delimiter = delimiter(text);
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowExtraCharsAfterClosingQuote(true)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(Math.max(LOOKED_AT, problems.limits().chars() * 64))
                    .ofCsvRecord(text)) {
                for (CsvRecord record : records) {
                    number++;
                    rows.row(number, cells(record, number));
                }
            }
        } catch (CsvParseException e) {
            throw refusal(e, number + 1);
        } catch (Rows.VisitorFailure e) {
            throw e.failure();
        }
    }

    private RuntimeException refusal(CsvParseException e, int row) {
        String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (reason.contains("limit of") && reason.contains("fields")) {
            return problems.tooManyColumns(row);
        }
        return reason.contains("buffer") || reason.contains("exceed")
                ? problems.cellTooLong(row, 0)
                : problems.unclosedQuote(row);
    }

    private List<Cell> cells(CsvRecord record, int number) {
        int columns = record.getFieldCount();
        List<Cell> cells = new ArrayList<>(columns);
        for (int c = 0; c < columns; c++) {
            String field = record.getField(c);
            if (field.length() > problems.limits().chars()) {
                throw problems.cellTooLong(number, c);
            }
            if (field.indexOf('\0') >= 0) {
                throw problems.notATable();
            }
            if (!field.isEmpty() && c >= problems.limits().columns()) {
                throw problems.tooManyColumns(number);
            }
            cells.add(field.isEmpty() ? Cell.BLANK : new Cell(FormulaGuard.unguarded(field), CellKind.TEXT));
        }
        return cells;
    }

    /** Excel's own line {@code sep=;} says it; otherwise the first lines do. */
    private static char delimiter(PushbackReader text) throws IOException {
        char[] head = new char[LOOKED_AT];
        int length = fill(text, head);
        String start = new String(head, 0, length);
        if (start.length() > 5 && start.regionMatches(true, 0, "sep=", 0, 4) && "\r\n".indexOf(start.charAt(5)) >= 0) {
            int line = start.startsWith("\r\n", 5) ? 7 : 6;
            text.unread(head, line, length - line);
            return start.charAt(4);
        }
        text.unread(head, 0, length);
        return Delimiter.of(start);
    }

    private static int fill(Reader in, char[] head) throws IOException {
        int length = 0;
        while (length < head.length) {
            int n = in.read(head, length, head.length - length);
            if (n < 0) {
                break;
            }
            length += n;
        }
        return length;
    }
}
