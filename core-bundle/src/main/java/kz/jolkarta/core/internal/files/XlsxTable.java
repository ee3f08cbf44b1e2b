package kz.jolkarta.core.internal.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.files.Sheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** A sheet of a workbook; text stays text, so no formula comes into being. */
final class XlsxTable implements Sheets.Writer {
    private static final int COLUMN_WIDTH = 18 * 256;
    private static final int FIRST_YEAR = 1900;

    private final SXSSFSheet sheet;
    private final XlsxBook.Styles plain;
    private final XlsxBook.Styles marked;
    private final ZoneId zone;
    private final Runnable end;
    private int next;

    XlsxTable(
            SXSSFSheet sheet,
            List<String> headings,
            CellStyle heading,
            XlsxBook.Styles plain,
            XlsxBook.Styles marked,
            ZoneId zone,
            Runnable end) {
        this.sheet = sheet;
        this.plain = plain;
        this.marked = marked;
        this.zone = zone;
        this.end = end;
        for (int c = 0; c < headings.size(); c++) {
            sheet.setColumnWidth(c, COLUMN_WIDTH);
        }
        sheet.createFreezePane(0, 1);
        Row row = sheet.createRow(next++);
        for (int c = 0; c < headings.size(); c++) {
            Cell cell = row.createCell(c);
            cell.setCellValue(Escapes.encoded(headings.get(c)));
            cell.setCellStyle(heading);
        }
    }

    @Override
    public void row(List<?> values) {
        row(values, Set.of());
    }

    @Override
    public void row(List<?> values, Set<Integer> marks) {
        Row row = sheet.createRow(next++);
        for (int c = 0; c < values.size(); c++) {
            boolean mark = marks.contains(c);
            Object value = values.get(c);
            if (value != null || mark) {
                put(row.createCell(c), value, mark ? marked : plain, mark);
            }
        }
    }

    private void put(Cell cell, Object value, XlsxBook.Styles styles, boolean mark) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            if (mark) {
                cell.setCellStyle(styles.text());
            }
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
            if (mark) {
                cell.setCellStyle(styles.text());
            }
        } else if (value instanceof LocalDate day && day.getYear() >= FIRST_YEAR) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day());
        } else if (value instanceof Instant moment) {
            cell.setCellValue(LocalDateTime.ofInstant(moment, zone));
            cell.setCellStyle(styles.moment());
        } else {
            String text = value == null ? "" : value.toString();
            cell.setCellValue(Escapes.encoded(text));
            cell.setCellStyle(FormulaGuard.dangerous(text) ? styles.guarded() : styles.text());
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
