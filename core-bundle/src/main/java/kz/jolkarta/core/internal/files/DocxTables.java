package kz.jolkarta.core.internal.files;

import java.math.BigInteger;
import java.util.List;
import kz.jolkarta.core.files.Paper;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables and texts of a document that is edited further. */
final class DocxTables {
    private DocxTables() {}

    /** An edge of a table. */
    enum Edge {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT,
        ACROSS,
        ALONG;

        void set(XWPFTable table, XWPFBorderType type, String colour) {
            switch (this) {
                case TOP -> table.setTopBorder(type, 4, 0, colour);
                case BOTTOM -> table.setBottomBorder(type, 4, 0, colour);
                case LEFT -> table.setLeftBorder(type, 4, 0, colour);
                case RIGHT -> table.setRightBorder(type, 4, 0, colour);
                case ACROSS -> table.setInsideHBorder(type, 4, 0, colour);
                case ALONG -> table.setInsideVBorder(type, 4, 0, colour);
            }
        }
    }

    static void none(XWPFTable table) {
        for (Edge edge : Edge.values()) {
            edge.set(table, XWPFBorderType.NONE, "auto");
        }
    }

    /** A table over the whole width. */
    static XWPFTable grid(XWPFDocument document, int rows, List<Integer> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        int sum = widths.stream().mapToInt(Integer::intValue).sum();
        table.setWidth(DocxPaper.WIDTH);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf((long) DocxPaper.WIDTH * width / sum));
        }
        for (XWPFTableRow row : table.getRows()) {
            for (int c = 0; c < widths.size(); c++) {
                row.getCell(c).setWidth(String.valueOf(DocxPaper.WIDTH * widths.get(c) / sum));
            }
        }
        return table;
    }

    /** The head of a letter: the sender's blanks, and whom it goes to. */
    static void letter(XWPFDocument document, Paper.Letter letter) {
        XWPFTable table = grid(document, 1, List.of(50, 50));
        none(table);
        cell(table.getRow(0).getCell(0), letter.own(), 10, false);
        cell(table.getRow(0).getCell(1), letter.to(), 10, false);
    }

    /** Figures stand under figures. */
    static void align(Paper.Table content, int column, XWPFParagraph text) {
        if (content.numbers().contains(column)) {
            text.setAlignment(ParagraphAlignment.RIGHT);
        }
    }

    static XWPFParagraph cell(XWPFTableCell cell, String text, int size, boolean strong) {
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setSpacingBefore(40);
        paragraph.setSpacingAfter(40);
        run(paragraph, text, size, strong);
        return paragraph;
    }

    static void run(XWPFParagraph paragraph, String text, int size, boolean strong) {
        XWPFRun run = paragraph.createRun();
        run.setFontSize(size);
        run.setBold(strong);
        boolean first = true;
        for (String line : text.lines().toList()) {
            if (!first) {
                run.addBreak();
            }
            run.setText(visible(line), first ? 0 : -1);
            first = false;
        }
    }

    /** Control characters are not allowed in XML. */
    private static String visible(String line) {
        return line.replaceAll("[\\p{Cntrl}&&[^\t]]", "");
    }
}
