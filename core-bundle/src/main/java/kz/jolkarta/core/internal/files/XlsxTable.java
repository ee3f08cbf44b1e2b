package kz.jolkarta.core.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.files.Sheets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook of one sheet, written row by row; text stays text, so no formula comes into being. */
final class XlsxTable implements Sheets.Writer {
    private static final int ROWS_IN_MEMORY = 50;
    private static final int COLUMN_WIDTH = 18 * 256;
    private static final int FIRST_YEAR = 1900;

    private final OutputStream out;
    private final ZoneId zone;
    private final SXSSFWorkbook workbook;
    private final SXSSFSheet sheet;
    private final Styles plain;
    private final Styles marked;
    private int next;

    XlsxTable(OutputStream out, String sheetName, List<String> headings, ZoneId zone) {
        this.out = out;
        this.zone = zone;
        workbook = inLibrary(() -> new SXSSFWorkbook(null, ROWS_IN_MEMORY, true));
        sheet = inLibrary(() -> workbook.createSheet(WorkbookUtil.createSafeSheetName(sheetName)));
        plain = new Styles(workbook, false);
        marked = new Styles(workbook, true);
        for (int c = 0; c < headings.size(); c++) {
            sheet.setColumnWidth(c, COLUMN_WIDTH);
        }
        sheet.createFreezePane(0, 1);
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        bold.setWrapText(true);
        bold.setQuotePrefixed(true);
        Row row = sheet.createRow(next++);
        for (int c = 0; c < headings.size(); c++) {
            Cell cell = row.createCell(c);
            cell.setCellValue(Escapes.encoded(headings.get(c)));
            cell.setCellStyle(bold);
        }
    }

    /** The styles of cells, with or without the mark's colour. */
    private static final class Styles {
        private final CellStyle text;
        private final CellStyle guarded;
        private final CellStyle day;
        private final CellStyle moment;

        Styles(SXSSFWorkbook workbook, boolean marked) {
            text = style(workbook, marked, "@");
            guarded = style(workbook, marked, "@");
            guarded.setQuotePrefixed(true);
            day = style(workbook, marked, "dd.mm.yyyy");
            moment = style(workbook, marked, "dd.mm.yyyy hh:mm:ss");
        }

        private static CellStyle style(SXSSFWorkbook workbook, boolean marked, String format) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            if (marked) {
                style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            }
            return style;
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

    private void put(Cell cell, Object value, Styles styles, boolean mark) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            if (mark) {
                cell.setCellStyle(styles.text);
            }
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
            if (mark) {
                cell.setCellStyle(styles.text);
            }
        } else if (value instanceof LocalDate day && day.getYear() >= FIRST_YEAR) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.day);
        } else if (value instanceof Instant moment) {
            cell.setCellValue(LocalDateTime.ofInstant(moment, zone));
            cell.setCellStyle(styles.moment);
        } else {
            String text = value == null ? "" : value.toString();
            cell.setCellValue(Escapes.encoded(text));
            cell.setCellStyle(FormulaGuard.dangerous(text) ? styles.guarded : styles.text);
        }
    }

    @Override
    public void close() {
        try {
            inLibrary(() -> {
                try {
                    workbook.write(new FilterOutputStream(out) {
                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            out.write(bytes, from, length);
                        }

                        @Override
                        public void close() throws IOException {
                            flush();
                        }
                    });
                    return true;
                } finally {
                    workbook.close();
                }
            });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /** The library looks for its parts with the thread's class loader, which in the node is another bundle's. */
    private static <T> T inLibrary(Step<T> step) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SXSSFWorkbook.class.getClassLoader());
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
