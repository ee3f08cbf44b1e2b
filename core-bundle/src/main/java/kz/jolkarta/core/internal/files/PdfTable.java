package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.files.Paper.Table;

/** A table on sheets: its headings come again on each page, a row is broken only when it is longer than a page has room. */
final class PdfTable {
    private static final float SIZE = 9;
    private static final float LINE = SIZE * PdfSheets.LEADING;
    private static final float PAD = 3;

    /** So much of a row may be moved to the next page as a whole. */
    private static final float WHOLE = PdfSheets.HEIGHT / 3;

    /** An empty row is high enough to write in. */
    private static final float LEAST = 19;

    private static final float GREY = 0.55f;
    private static final float SHADE = 0.92f;

    private final PdfSheets sheets;
    private final Table table;
    private final float[] widths;
    private final List<List<String>> head;

    PdfTable(PdfSheets sheets, Table table) {
        this.sheets = sheets;
        this.table = table;
        int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
        widths = new float[table.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = PdfSheets.WIDTH * table.widths().get(i) / sum;
        }
        head = cells(table.headings(), true);
    }

    private List<List<String>> cells(List<String> texts, boolean strong) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            cells.add(sheets.face(strong).lines(texts.get(i), SIZE, widths[i] - 2 * PAD));
        }
        return cells;
    }

    void draw() throws IOException {
        sheets.need(height(head, 0) + LEAST);
        head();
        for (int r = 0; r < table.rows().size(); r++) {
            boolean strong = table.strong().contains(r);
            List<List<String>> cells = cells(table.rows().get(r), strong);
            if (strong && r + 1 < table.rows().size() && sheets.room() < height(cells, 0) + 2 * LEAST) {
                // A heading among the rows never stands alone at the foot.
                sheets.turn();
                head();
            }
            row(cells, strong);
        }
    }

    private void head() throws IOException {
        sheets.shade(PdfSheets.LEFT, PdfSheets.WIDTH, height(head, 0), SHADE);
        part(head, 0, most(head), true);
    }

    private void row(List<List<String>> cells, boolean strong) throws IOException {
        int lines = most(cells);
        int from = 0;
        do {
            float rest = height(cells, from);
            boolean fits = rest <= sheets.room();
            if (!fits && (rest <= WHOLE || sheets.room() < LEAST + 2 * LINE)) {
                sheets.turn();
                head();
                fits = rest <= sheets.room();
            }
            int to = fits ? lines : Math.min(lines, from + Math.max(1, (int) ((sheets.room() - 2 * PAD) / LINE)));
            part(cells, from, to, strong);
            from = to;
        } while (from < lines);
    }

    private static int most(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(0);
    }

    private static float height(List<List<String>> cells, int from) {
        return Math.max(LEAST, (most(cells) - from) * LINE + 2 * PAD);
    }

    /** Draws these lines of a row with its edges. */
    private void part(List<List<String>> cells, int from, int to, boolean strong) throws IOException {
        float height = Math.max(LEAST, (to - from) * LINE + 2 * PAD);
        float x = PdfSheets.LEFT;
        for (int c = 0; c < widths.length; c++) {
            List<String> lines = cells.get(c);
            for (int i = from; i < Math.min(to, lines.size()); i++) {
                float room = widths[c] - 2 * PAD - sheets.face(strong).width(lines.get(i), SIZE);
                float in = table.numbers().contains(c) ? Math.max(0, room) : 0;
                sheets.text(lines.get(i), x + PAD + in, PAD + (i - from) * LINE, SIZE, strong);
            }
            sheets.line(x, 0, x, height, GREY);
            x += widths[c];
        }
        sheets.line(PdfSheets.RIGHT, 0, PdfSheets.RIGHT, height, GREY);
        sheets.line(PdfSheets.LEFT, 0, PdfSheets.RIGHT, 0, GREY);
        sheets.line(PdfSheets.LEFT, height, PdfSheets.RIGHT, height, GREY);
        sheets.down(height);
    }
}
