package kz.jolkarta.core.internal.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.CellKind;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the events of one sheet into rows of plain text. */
final class SheetEvents extends DefaultHandler {
    private static final int LAST_COLUMN = 16_383;
    private static final int LAST_ROW = 1_048_576;
    /** Digits that a spreadsheet keeps; what a double shows beyond them is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final double LAST_DAY = 2_958_466;

    private final Rows rows;
    private final SheetProblems problems;
    private final SharedText texts;
    private final WorkbookParts workbook;

    private final StringBuilder value = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int row;
    private int column;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean inValue;
    private boolean inReading;
    private boolean valued;

    SheetEvents(Rows rows, SheetProblems problems, SharedText texts, WorkbookParts workbook) {
        this.rows = rows;
        this.problems = problems;
        this.texts = texts;
        this.workbook = workbook;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes a) {
        switch (name) {
            case "row" -> {
                String number = a.getValue("r");
                row = number == null ? row + 1 : WorkbookParts.number(number);
                if (row < 1 || row > LAST_ROW) {
                    throw problems.damaged();
                }
                cells = new ArrayList<>();
                column = -1;
            }
            case "c" -> {
                String reference = a.getValue("r");
                column = reference == null ? column + 1 : columnOf(reference);
                String kind = a.getValue("t");
                type = kind == null ? "n" : kind;
                style = WorkbookParts.number(a.getValue("s"));
                formula = false;
                valued = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> inReading = true;
            case "v" -> {
                inValue = true;
                valued = true;
            }
            // A program that changes a cell may leave the text that stood in it beside the new value.
            case "t" -> inValue = !inReading && !valued;
            default -> {}
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        if (inValue) {
            if (value.length() + length > problems.limits().chars()) {
                throw problems.cellTooLong(row, column);
            }
            value.append(ch, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> inReading = false;
            case "c" -> add(cell());
            case "row" -> {
                rows.row(row, cells);
                cells = new ArrayList<>();
            }
            default -> {}
        }
    }

    private void add(Cell cell) {
        if (cell.kind() == CellKind.BLANK) {
            return;
        }
        if (column < 0 || column >= problems.limits().columns()) {
            throw problems.tooManyColumns(row);
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    private Cell cell() {
        String raw = value.toString();
        if (raw.isEmpty()) {
            return Cell.BLANK;
        }
        Cell cell = switch (type) {
            case "s" -> text(texts.get(index(raw)));
            case "inlineStr", "str" -> text(Escapes.decoded(raw));
            case "b" -> new Cell(raw.equals("1") || raw.equals("true") ? "TRUE" : "FALSE", CellKind.BOOLEAN);
            case "e" -> new Cell(raw, CellKind.ERROR);
            case "d" -> new Cell(raw.replaceFirst("T00:00:00(\\.0+)?Z?$", ""), CellKind.DATE);
            default -> number(raw);
        };
        return formula && cell.kind() != CellKind.ERROR && cell.kind() != CellKind.BLANK
                ? new Cell(cell.text(), CellKind.FORMULA)
                : cell;
    }

    private int index(String raw) {
        String digits = raw.strip();
        if (!digits.matches("\\d{1,9}")) {
            throw problems.damaged();
        }
        return Integer.parseInt(digits);
    }

    private static Cell text(String text) {
        return text.isEmpty() ? Cell.BLANK : new Cell(text, CellKind.TEXT);
    }

    private Cell number(String raw) {
        String digits = raw.strip();
        if (digits.length() > 60
                || !digits.matches("[+-]?\\d*\\.?\\d*([eE][+-]?\\d{1,3})?")
                || !digits.matches(".*\\d.*")) {
            return text(raw);
        }
        BigDecimal number;
        try {
            number = new BigDecimal(digits);
        } catch (NumberFormatException e) {
            return text(raw);
        }
        if (workbook.isDate(style) && number.signum() >= 0 && number.doubleValue() < LAST_DAY) {
            LocalDateTime moment = DateUtil.getLocalDateTime(number.doubleValue(), workbook.since1904(), true);
            if (moment != null) {
                boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
                return new Cell(day ? moment.toLocalDate().toString() : moment.toString(), CellKind.DATE);
            }
        }
        if (number.precision() > DIGITS.getPrecision() && number.scale() > 0) {
            number = number.round(DIGITS);
        }
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        return new Cell(plain, CellKind.NUMBER);
    }

    /** The column of a reference such as {@code AB12}; a reference beyond the last column names nothing that is there. */
    private int columnOf(String reference) {
        int c = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            c = c * 26 + (reference.charAt(i) - 'A' + 1);
            i++;
            if (c > LAST_COLUMN + 1) {
                throw problems.tooManyColumns(row);
            }
        }
        if (i == 0 || i == reference.length()) {
            throw problems.damaged();
        }
        return c - 1;
    }
}
