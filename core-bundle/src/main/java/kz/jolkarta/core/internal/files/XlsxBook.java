package kz.jolkarta.core.internal.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import kz.jolkarta.core.files.Sheets;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook, written row by row. */
final class XlsxBook implements Sheets.Book {
    private static final int ROWS_IN_MEMORY = 50;

    private final OutputStream out;
    private final ZoneId zone;
    private final SXSSFWorkbook workbook;
    private final Styles plain;
    private final Styles marked;
    private final CellStyle heading;

    XlsxBook(OutputStream out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
        workbook = inLibrary(() -> new SXSSFWorkbook(null, ROWS_IN_MEMORY, true));
        plain = new Styles(workbook, false);
        marked = new Styles(workbook, true);
        heading = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        heading.setFont(font);
        heading.setWrapText(true);
        heading.setQuotePrefixed(true);
    }

    /** The styles of cells, with or without the mark's colour. */
    record Styles(CellStyle text, CellStyle guarded, CellStyle day, CellStyle moment) {
        Styles(SXSSFWorkbook workbook, boolean marked) {
            this(
                    style(workbook, marked, "@"),
                    style(workbook, marked, "@"),
                    style(workbook, marked, "dd.mm.yyyy"),
                    style(workbook, marked, "dd.mm.yyyy hh:mm:ss"));
            guarded.setQuotePrefixed(true);
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
    public Sheets.Writer sheet(String name, List<String> headings) {
        return table(name, headings, () -> {});
    }

    /** The only sheet, whose end is the workbook's. */
    Sheets.Writer only(String name, List<String> headings) {
        return table(name, headings, this::close);
    }

    private XlsxTable table(String name, List<String> headings, Runnable end) {
        SXSSFSheet sheet = blank(name);
        return new XlsxTable(sheet, headings, heading, plain, marked, zone, end);
    }

    SXSSFWorkbook workbook() {
        return workbook;
    }

    CellStyle heading() {
        return heading;
    }

    /** The next sheet, without anything in it. */
    SXSSFSheet blank(String name) {
        return inLibrary(() -> workbook.createSheet(WorkbookUtil.createSafeSheetName(name)));
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

    interface Step<T> {
        T run() throws IOException;
    }

    /** The library looks for its parts with the thread's class loader, which in the node is another bundle's. */
    static <T> T inLibrary(Step<T> step) {
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
