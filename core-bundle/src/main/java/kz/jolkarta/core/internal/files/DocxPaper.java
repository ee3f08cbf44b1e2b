package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Paper.Block;
import kz.jolkarta.core.files.Paper.Fact;
import kz.jolkarta.core.files.Paper.Facts;
import kz.jolkarta.core.files.Paper.Heading;
import kz.jolkarta.core.files.Paper.Signatures;
import kz.jolkarta.core.files.Paper.Table;
import kz.jolkarta.core.files.Paper.Text;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A paper as a document that is edited further: real headings, tables and page numbers; lengths in twentieths of a point. */
final class DocxPaper {
    private static final String FONT = "Noto Sans";
    private static final int PAGE_WIDTH = 11906;
    private static final int PAGE_HEIGHT = 16838;
    private static final int LEFT = 1134;
    private static final int RIGHT = 850;
    static final int WIDTH = PAGE_WIDTH - LEFT - RIGHT;
    private static final String GREY = "8C8C8C";

    /** Where the font is not installed, another one takes its place that has the Kazakh letters. */
    private static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Noto Sans"><w:altName \
            w:val="Arial"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>""";

    private final XWPFDocument document;
    private final SignatureWords words;

    DocxPaper(XWPFDocument document, SignatureWords words) {
        this.document = document;
        this.words = words;
    }

    void write(Paper paper) throws IOException {
        page();
        styles();
        fontTable();
        POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
        properties.setTitle(paper.title());
        properties
                .getUnderlyingProperties()
                .setLanguageProperty(paper.language().tag());
        if (!paper.letter().equals(Paper.Letter.NONE)) {
            DocxTables.letter(document, paper.letter());
            after();
        }
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        DocxTables.run(title, paper.title(), 14, true);
        for (Block block : paper.blocks()) {
            if (block instanceof Heading heading) {
                heading(heading.text());
            } else if (block instanceof Text text) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setSpacingAfter(100);
                DocxTables.run(paragraph, text.text(), 10, false);
            } else if (block instanceof Facts facts) {
                facts(facts.facts());
            } else if (block instanceof Table table) {
                table(table);
            } else if (block instanceof Signatures signatures) {
                signatures(signatures.who());
            }
        }
        footer(paper);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(PAGE_WIDTH));
        section.getPgSz().setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
        margins.setTop(BigInteger.valueOf(RIGHT));
        margins.setBottom(BigInteger.valueOf(LEFT));
        margins.setFooter(BigInteger.valueOf(567));
        margins.setHeader(BigInteger.valueOf(0));
        margins.setGutter(BigInteger.valueOf(0));
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        CTStyle heading = CTStyle.Factory.newInstance();
        heading.setStyleId("Heading1");
        heading.setType(STStyleType.PARAGRAPH);
        heading.addNewName().setVal("heading 1");
        heading.addNewQFormat();
        heading.addNewPPr().addNewKeepNext();
        heading.getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        heading.addNewRPr().addNewB();
        heading.getRPr().addNewSz().setVal(BigInteger.valueOf(22));
        styles.addStyle(new XWPFStyle(heading));
    }

    private void fontTable() throws IOException {
        try {
            PackagePart part = document.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/word/fontTable.xml"),
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart()
                    .addRelationship(
                            part.getPartName(),
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void heading(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading1");
        paragraph.setKeepNext(true);
        paragraph.setSpacingBefore(160);
        paragraph.setSpacingAfter(60);
        DocxTables.run(paragraph, text, 11, true);
    }

    private void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        XWPFTable table = DocxTables.grid(document, facts.size(), List.of(36, 64));
        DocxTables.none(table);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "D9D9D9");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "D9D9D9");
        for (int i = 0; i < facts.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            row.setCantSplitRow(true);
            DocxTables.cell(row.getCell(0), facts.get(i).label(), 10, false);
            DocxTables.cell(row.getCell(1), facts.get(i).value(), 10, false);
        }
        after();
    }

    private void table(Table content) {
        XWPFTable table = DocxTables.grid(document, content.rows().size() + 1, content.widths());
        for (DocxTables.Edge edge : DocxTables.Edge.values()) {
            edge.set(table, XWPFBorderType.SINGLE, GREY);
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int c = 0; c < content.headings().size(); c++) {
            head.getCell(c).setColor("EBEBEB");
            DocxTables.align(
                    content,
                    c,
                    DocxTables.cell(head.getCell(c), content.headings().get(c), 9, true));
        }
        for (int r = 0; r < content.rows().size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setHeight(380);
            row.setCantSplitRow(true);
            for (int c = 0; c < content.headings().size(); c++) {
                boolean strong = content.strong().contains(r);
                XWPFParagraph text =
                        DocxTables.cell(row.getCell(c), content.rows().get(r).get(c), 9, strong);
                text.setKeepNext(strong && r + 1 < content.rows().size());
                DocxTables.align(content, c, text);
            }
        }
        after();
    }

    private void after() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(0);
        DocxTables.run(paragraph, "", 4, false);
    }

    private void signatures(List<String> who) {
        XWPFTable table = DocxTables.grid(document, who.size() * 2, List.of(34, 20, 30, 16));
        DocxTables.none(table);
        for (int i = 0; i < who.size(); i++) {
            XWPFTableRow line = table.getRow(2 * i);
            line.setCantSplitRow(true);
            line.setHeight(520);
            XWPFTableRow captions = table.getRow(2 * i + 1);
            captions.setCantSplitRow(true);
            for (XWPFTableCell cell : line.getTableCells()) {
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
            }
            DocxTables.cell(line.getCell(0), who.get(i), 10, false).setKeepNext(true);
            for (int c = 1; c <= words.all().size(); c++) {
                line.getCell(c)
                        .getCTTc()
                        .getTcPr()
                        .addNewTcBorders()
                        .addNewBottom()
                        .setVal(STBorder.SINGLE);
                XWPFParagraph caption =
                        DocxTables.cell(captions.getCell(c), words.all().get(c - 1), 7, false);
                caption.setAlignment(ParagraphAlignment.CENTER);
                caption.setKeepNext(i < who.size() - 1);
            }
        }
        after();
    }

    private void footer(Paper paper) {
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        DocxTables.run(foot, paper.footer().isEmpty() ? "" : paper.footer() + "    ", 8, false);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        DocxTables.run(foot, " / ", 8, false);
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }
}
