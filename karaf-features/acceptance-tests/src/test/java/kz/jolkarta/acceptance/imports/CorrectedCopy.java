package kz.jolkarta.acceptance.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What a coordinator does with the copy that comes back: mends the cells that were refused, strikes out a child listed twice, and
 * leaves everything else alone, the columns with the remarks included.
 */
final class CorrectedCopy {
    private static final String SETTLEMENT = "595620100";

    private CorrectedCopy() {}

    /**
     * @param refused rows to mend
     * @param twice rows to strike out; numbers as in the copy, from 1
     * @return rows that were mended: of two with the same number, which was wrong in both, the second is struck out
     */
    static int write(byte[] copy, Set<Integer> refused, Set<Integer> twice, Path target) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
            Sheet sheet = book.getSheetAt(0);
            DataFormatter formatter = new DataFormatter();
            Map<String, Integer> columns = new HashMap<>();
            sheet.getRow(0).forEach(cell -> columns.put(formatter.formatCellValue(cell), cell.getColumnIndex()));
            List<Integer> out = new ArrayList<>(twice);
            Set<String> mended = new HashSet<>();
            for (int number : new TreeSet<>(refused)) {
                Row row = sheet.getRow(number - 1);
                mend(row, columns, formatter, number);
                if (!mended.add(formatter.formatCellValue(row.getCell(columns.get("ИИН"))))) {
                    out.add(number);
                }
            }
            for (int number : out) {
                sheet.removeRow(sheet.getRow(number - 1));
            }
            try (OutputStream file = Files.newOutputStream(target)) {
                book.write(file);
            }
            return mended.size();
        }
    }

    private static void mend(Row row, Map<String, Integer> columns, DataFormatter formatter, int number) {
        Cell iin = cell(row, columns.get("ИИН"));
        Cell born = cell(row, columns.get("Дата рождения"));
        Cell surname = cell(row, columns.get("Фамилия"));
        Cell code = cell(row, columns.get("Населённый пункт (код КАТО)"));
        String digits = formatter.formatCellValue(iin);
        if (digits.isEmpty()) {
            iin.setCellValue(withCheck(day(formatter.formatCellValue(born)) + "5" + "%04d".formatted(9000 + number)));
        } else {
            iin.setCellValue(withCheck(digits.substring(0, 11)));
        }
        if (formatter.formatCellValue(born).startsWith("31.02")) {
            born.setCellValue(digits.substring(4, 6) + "." + digits.substring(2, 4) + ".20" + digits.substring(0, 2));
        }
        if (formatter.formatCellValue(surname).startsWith("=")) {
            surname.setCellValue("Ахметов");
        }
        if (formatter.formatCellValue(code).equals("999999999")) {
            code.setCellValue(SETTLEMENT);
        }
        fill(row, columns, formatter, "Многодетная семья", "нет");
        fill(row, columns, formatter, "Получатель АСП", "нет");
        fill(row, columns, formatter, "Направление одарённости", "шахматы");
        fill(row, columns, formatter, "Дата согласия", "01.09.2026");
    }

    private static void fill(
            Row row, Map<String, Integer> columns, DataFormatter formatter, String heading, String value) {
        Cell cell = cell(row, columns.get(heading));
        if (formatter.formatCellValue(cell).isEmpty()) {
            cell.setCellValue(value);
        }
    }

    private static Cell cell(Row row, int column) {
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** dd.mm.yyyy or yyyy-mm-dd as an IIN begins. */
    private static String day(String date) {
        return date.charAt(4) == '-'
                ? date.substring(2, 4) + date.substring(5, 7) + date.substring(8, 10)
                : date.substring(8, 10) + date.substring(3, 5) + date.substring(0, 2);
    }

    /** The number with the check digit that the rule of the register gives. */
    private static String withCheck(String eleven) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < 11; i++) {
            int digit = eleven.charAt(i) - '0';
            first += digit * (i + 1);
            second += digit * ((i + 2) % 11 + 1);
        }
        int check = first % 11 < 10 ? first % 11 : second % 11;
        return eleven + check;
    }
}
