package kz.jolkarta.acceptance.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** Reads figures back from the papers, as a clerk reads them. */
final class PaperReader {
    private PaperReader() {}

    /** A number as it is written on paper: groups of three, a decimal comma, a sign of money or of per cent; empty for words. */
    static Optional<BigDecimal> number(String written) {
        String plain =
                written.replaceAll("[\\s\u00a0\u202f%₸]", "").replace(',', '.').replace('−', '-');
        return plain.matches("-?\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** The rows of all tables of a letter. */
    static List<List<String>> rows(byte[] docx) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<List<String>> rows = new ArrayList<>();
            for (XWPFTable table : document.getTables()) {
                table.getRows()
                        .forEach(r -> rows.add(
                                r.getTableCells().stream().map(c -> c.getText()).toList()));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new AssertionError("no DOCX", unreadable);
        }
    }

    /** The words of a PDF, one blank between them. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException unreadable) {
            throw new AssertionError("no PDF", unreadable);
        }
    }

    /** The second row of each sheet of a workbook but its cover, by the number that its name begins with: the region as a whole. */
    static Map<Integer, List<Optional<BigDecimal>>> totals(byte[] xlsx) {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(xlsx))) {
            Map<Integer, List<Optional<BigDecimal>>> totals = new TreeMap<>();
            for (int i = 1; i < book.getNumberOfSheets(); i++) {
                Sheet sheet = book.getSheetAt(i);
                totals.put(Integer.valueOf(sheet.getSheetName().replaceFirst("\\D.*", "")), numbers(sheet.getRow(1)));
            }
            return totals;
        } catch (IOException unreadable) {
            throw new AssertionError("no XLSX", unreadable);
        }
    }

    /** From the third cell on; empty where there is no number. */
    private static List<Optional<BigDecimal>> numbers(Row row) {
        List<Optional<BigDecimal>> numbers = new ArrayList<>();
        for (int column = 2; column < row.getLastCellNum(); column++) {
            Cell cell = row.getCell(column);
            numbers.add(
                    cell != null && cell.getCellType() == CellType.NUMERIC
                            ? Optional.of(BigDecimal.valueOf(cell.getNumericCellValue()))
                            : Optional.empty());
        }
        return numbers;
    }
}
