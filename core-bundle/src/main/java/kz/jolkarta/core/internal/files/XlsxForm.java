package kz.jolkarta.core.internal.files;

import java.io.OutputStream;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.files.Sheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A sheet of which only the last cell of some rows can be typed into. */
final class XlsxForm {
    private static final int CODE_WIDTH = 22 * 256;
    private static final int WORDS_WIDTH = 44 * 256;
    private static final int ENTRY_WIDTH = 26 * 256;
    private static final int NARROW = 14 * 256;
    private static final int SHORT = 14;
    /** Longer ones are not taken by a spreadsheet's message. */
    private static final int LONGEST_REMEDY = 225;

    private final String name;
    private final List<String> headings;
    private final List<Sheets.Asked> rows;

    XlsxForm(String name, List<String> headings, List<Sheets.Asked> rows) {
        this.name = name;
        this.headings = List.copyOf(headings);
        this.rows = List.copyOf(rows);
    }

    /** The styles of a form's cells. */
    private record Styles(CellStyle code, CellStyle closed, CellStyle number, CellStyle text) {
        static Styles of(SXSSFWorkbook workbook) {
            CellStyle code = text(workbook, IndexedColors.GREY_25_PERCENT, true);
            CellStyle closed = text(workbook, IndexedColors.AUTOMATIC, true);
            closed.setWrapText(true);
            CellStyle open = text(workbook, IndexedColors.LIGHT_YELLOW, false);
            open.setWrapText(true);
            CellStyle number = text(workbook, IndexedColors.LIGHT_YELLOW, false);
            number.setDataFormat(workbook.createDataFormat().getFormat("General"));
            return new Styles(code, closed, number, open);
        }

        /** What is typed into a cell of text stays text, so that no formula comes into being. */
        private static CellStyle text(SXSSFWorkbook workbook, IndexedColors colour, boolean locked) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            style.setLocked(locked);
            if (colour != IndexedColors.AUTOMATIC) {
                style.setFillForegroundColor(colour.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            return style;
        }
    }

    /** Rows that take the same. */
    private record Kind(Sheets.Entry entry, String remedy) {}

    void write(OutputStream out, ZoneId zone) {
        try (XlsxBook book = new XlsxBook(out, zone)) {
            SXSSFSheet sheet = book.blank(name);
            XlsxBook.inLibrary(() -> {
                fill(sheet, book);
                return true;
            });
        }
    }

    private void fill(SXSSFSheet sheet, XlsxBook book) {
        int last = headings.size() - 1;
        for (int c = 0; c <= last; c++) {
            sheet.setColumnWidth(c, c == 0 ? CODE_WIDTH : c == last ? ENTRY_WIDTH : words(c) ? WORDS_WIDTH : NARROW);
        }
        sheet.createFreezePane(0, 1);
        Styles styles = Styles.of(book.workbook());
        Row top = sheet.createRow(0);
        for (int c = 0; c <= last; c++) {
            Cell cell = top.createCell(c);
            cell.setCellValue(Escapes.encoded(headings.get(c)));
            cell.setCellStyle(book.heading());
        }
        Map<Kind, CellRangeAddressList> open = new LinkedHashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            Sheets.Asked asked = rows.get(r);
            row(sheet.createRow(r + 1), asked, styles);
            int number = r + 1;
            asked.entry()
                    .filter(e -> e != Sheets.Entry.TEXT)
                    .ifPresent(e -> open.computeIfAbsent(new Kind(e, asked.remedy()), k -> new CellRangeAddressList())
                            .addCellRangeAddress(number, last, number, last));
        }
        DataValidationHelper checks = sheet.getDataValidationHelper();
        open.forEach((kind, cells) -> sheet.addValidationData(check(checks, kind, cells)));
        // Without a password: it keeps codes from being overwritten by chance, and a row can be added to nobody's harm.
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    /** Whether whole phrases stand in the column. */
    private boolean words(int column) {
        return rows.stream()
                .filter(r -> column < r.values().size())
                .anyMatch(r -> String.valueOf(r.values().get(column)).length() > SHORT);
    }

    private void row(Row row, Sheets.Asked asked, Styles styles) {
        int last = headings.size() - 1;
        for (int c = 0; c <= last; c++) {
            Object value = c < asked.values().size() ? asked.values().get(c) : null;
            Cell cell = row.createCell(c);
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value != null) {
                cell.setCellValue(Escapes.encoded(value.toString()));
            }
            boolean opens = c == last && asked.entry().isPresent();
            boolean text = asked.entry().equals(Optional.of(Sheets.Entry.TEXT));
            cell.setCellStyle(
                    opens ? text ? styles.text() : styles.number() : c == 0 ? styles.code() : styles.closed());
        }
    }

    private static DataValidation check(DataValidationHelper checks, Kind kind, CellRangeAddressList cells) {
        DataValidationConstraint fits = switch (kind.entry()) {
            case WHOLE ->
                checks.createNumericConstraint(ValidationType.INTEGER, OperatorType.GREATER_OR_EQUAL, "0", null);
            case SIGNED ->
                checks.createNumericConstraint(
                        ValidationType.INTEGER, OperatorType.BETWEEN, "-1000000000", "1000000000");
            case PERCENT -> checks.createNumericConstraint(ValidationType.DECIMAL, OperatorType.BETWEEN, "0", "100");
            case DECIMAL, TEXT ->
                checks.createNumericConstraint(ValidationType.DECIMAL, OperatorType.GREATER_OR_EQUAL, "0", null);
        };
        DataValidation check = checks.createValidation(fits, cells);
        check.setErrorStyle(DataValidation.ErrorStyle.STOP);
        check.setEmptyCellAllowed(true);
        check.setShowErrorBox(true);
        if (!kind.remedy().isEmpty()) {
            check.createErrorBox(
                    "",
                    kind.remedy()
                            .substring(0, Math.min(LONGEST_REMEDY, kind.remedy().length())));
        }
        return check;
    }
}
