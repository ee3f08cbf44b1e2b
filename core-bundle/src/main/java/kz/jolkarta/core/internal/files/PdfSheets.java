package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import kz.jolkarta.core.files.Paper;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** The sheets of a PDF, A4, written from above; all measures in points. */
final class PdfSheets implements AutoCloseable {
    private static final float MM = 72 / 25.4f;
    static final float LEFT = 20 * MM;
    static final float RIGHT = PDRectangle.A4.getWidth() - 15 * MM;
    static final float WIDTH = RIGHT - LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 15 * MM;
    private static final float BOTTOM = 20 * MM;
    static final float HEIGHT = TOP - BOTTOM;
    private static final float FOOT = 11 * MM;
    private static final float FOOT_SIZE = 8;

    /** Part of a line's height that lies above the base line. */
    private static final float ASCENT = 0.8f;

    static final float LEADING = 1.3f;

    private final PDDocument document = new PDDocument();
    private final Typeface regular;
    private final Typeface bold;
    private final PDType0Font regularFont;
    private final PDType0Font boldFont;
    private PDPageContentStream content;
    private float y;

    PdfSheets(Typeface regular, Typeface bold) throws IOException {
        this.regular = regular;
        this.bold = bold;
        regularFont = PDType0Font.load(document, regular.font(), true);
        boldFont = PDType0Font.load(document, bold.font(), true);
        turn();
    }

    Typeface face(boolean strong) {
        return strong ? bold : regular;
    }

    /** What is left of the page. */
    float room() {
        return y - BOTTOM;
    }

    boolean atTop() {
        return y == TOP;
    }

    /** Begins a new page unless so much is left of this one. */
    boolean need(float height) throws IOException {
        boolean turns = room() < height && !atTop();
        if (turns) {
            turn();
        }
        return turns;
    }

    void turn() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = TOP;
    }

    /** Goes down. */
    void down(float height) {
        y -= height;
    }

    /** Writes a line whose upper edge lies so far below the present height. */
    void text(String line, float x, float below, float size, boolean strong) throws IOException {
        if (!line.isEmpty()) {
            write(content, strong ? boldFont : regularFont, line, x, y - below - size * (ASCENT + LEADING - 1), size);
        }
    }

    private static void write(
            PDPageContentStream content, PDType0Font font, String line, float x, float base, float size)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, base);
        content.showText(line);
        content.endText();
    }

    void line(float fromX, float below, float toX, float toBelow, float grey) throws IOException {
        content.setStrokingColor(grey);
        content.setLineWidth(0.5f);
        content.moveTo(fromX, y - below);
        content.lineTo(toX, y - toBelow);
        content.stroke();
    }

    void shade(float x, float width, float height, float grey) throws IOException {
        content.setNonStrokingColor(grey);
        content.addRect(x, y - height, width, height);
        content.fill();
        content.setNonStrokingColor(0f);
    }

    /** Numbers the pages and writes the file. */
    void finish(Paper paper, OutputStream out) throws IOException {
        content.close();
        content = null;
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                String number = (i + 1) + " / " + pages;
                float width = regular.width(number, FOOT_SIZE);
                write(foot, regularFont, number, RIGHT - width, FOOT, FOOT_SIZE);
                String footer = regular.writable(paper.footer());
                if (!footer.isEmpty()) {
                    String fitting =
                            regular.lines(footer, FOOT_SIZE, WIDTH - width - 12).get(0);
                    write(foot, regularFont, fitting, LEFT, FOOT, FOOT_SIZE);
                }
            }
        }
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(paper.title());
        information.setProducer("Jolkarta");
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(paper.language().tag());
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        catalog.setViewerPreferences(shown);
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        if (content != null) {
            content.close();
        }
        document.close();
    }
}
