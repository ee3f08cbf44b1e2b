package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.util.List;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Paper.Block;
import kz.jolkarta.core.files.Paper.Fact;
import kz.jolkarta.core.files.Paper.Facts;
import kz.jolkarta.core.files.Paper.Heading;
import kz.jolkarta.core.files.Paper.Signatures;
import kz.jolkarta.core.files.Paper.Table;
import kz.jolkarta.core.files.Paper.Text;

/** A paper drawn on sheets. */
final class PdfPaper {
    private static final float TITLE = 14;
    private static final float HEADING = 11;
    private static final float BODY = 10;
    private static final float SMALL = 7;
    private static final float PAD = 3;
    private static final float LABEL = PdfSheets.WIDTH * 0.36f;

    /** What a heading takes along to the next page, so that it never stands alone at the foot. */
    private static final float COMPANY = 64;

    private static final float SIGNATURE = 40;

    private final PdfSheets sheets;
    private final SignatureWords words;

    PdfPaper(PdfSheets sheets, SignatureWords words) {
        this.sheets = sheets;
        this.words = words;
    }

    void draw(Paper paper) throws IOException {
        letter(paper.letter());
        for (String line : sheets.face(true).lines(paper.title(), TITLE, PdfSheets.WIDTH)) {
            float width = sheets.face(true).width(line, TITLE);
            line(line, PdfSheets.LEFT + (PdfSheets.WIDTH - width) / 2, TITLE, true);
        }
        sheets.down(BODY);
        for (Block block : paper.blocks()) {
            if (block instanceof Heading heading) {
                heading(heading.text());
            } else if (block instanceof Text text) {
                text(text.text());
            } else if (block instanceof Facts facts) {
                facts(facts.facts());
            } else if (block instanceof Table table) {
                new PdfTable(sheets, table).draw();
                sheets.down(BODY);
            } else if (block instanceof Signatures signatures) {
                signatures(signatures.who());
            }
        }
    }

    /** Two columns, of which the right one names whom it goes to. */
    private void letter(Paper.Letter letter) throws IOException {
        float half = PdfSheets.WIDTH * 0.5f;
        List<String> own = sheets.face(false).lines(letter.own(), BODY, half - 2 * BODY);
        List<String> to = sheets.face(false).lines(letter.to(), BODY, half);
        int lines = Math.max(own.size(), to.size());
        for (int i = 0; i < lines; i++) {
            sheets.text(at(own, i), PdfSheets.LEFT, 0, BODY, false);
            sheets.text(at(to, i), PdfSheets.LEFT + half, 0, BODY, false);
            sheets.down(BODY * PdfSheets.LEADING);
        }
        sheets.down(lines == 0 ? 0 : 2 * BODY);
    }

    private void line(String line, float x, float size, boolean strong) throws IOException {
        sheets.need(size * PdfSheets.LEADING);
        sheets.text(line, x, 0, size, strong);
        sheets.down(size * PdfSheets.LEADING);
    }

    private void heading(String text) throws IOException {
        List<String> lines = sheets.face(true).lines(text, HEADING, PdfSheets.WIDTH);
        boolean turned = sheets.need(lines.size() * HEADING * PdfSheets.LEADING + COMPANY);
        if (!turned && !sheets.atTop()) {
            sheets.down(4);
        }
        for (String line : lines) {
            line(line, PdfSheets.LEFT, HEADING, true);
        }
        sheets.down(PAD);
    }

    private void text(String text) throws IOException {
        for (String line : sheets.face(false).lines(text, BODY, PdfSheets.WIDTH)) {
            line(line, PdfSheets.LEFT, BODY, false);
        }
        sheets.down(BODY / 2);
    }

    private void facts(List<Fact> facts) throws IOException {
        float x = PdfSheets.LEFT + LABEL + PAD;
        for (Fact fact : facts) {
            List<String> labels = sheets.face(false).lines(fact.label(), BODY, LABEL - PAD);
            List<String> values = sheets.face(false).lines(fact.value(), BODY, PdfSheets.RIGHT - x);
            int lines = Math.max(1, Math.max(labels.size(), values.size()));
            sheets.need(Math.min(lines * BODY * PdfSheets.LEADING + PAD, PdfSheets.HEIGHT / 3));
            for (int i = 0; i < lines; i++) {
                sheets.need(BODY * PdfSheets.LEADING + PAD);
                sheets.text(at(labels, i), PdfSheets.LEFT, 0, BODY, false);
                sheets.text(at(values, i), x, 0, BODY, false);
                sheets.down(BODY * PdfSheets.LEADING);
            }
            boolean blank = values.isEmpty();
            sheets.down(blank ? PAD : 1);
            sheets.line(blank ? x : PdfSheets.LEFT, 0, PdfSheets.RIGHT, 0, blank ? 0 : 0.85f);
            sheets.down(PAD);
        }
        sheets.down(BODY / 2);
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    private void signatures(List<String> who) throws IOException {
        float label = PdfSheets.WIDTH * 0.34f;
        List<List<String>> names = who.stream()
                .map(name -> sheets.face(false).lines(name, BODY, label - 2 * PAD))
                .toList();
        float height = 0;
        for (List<String> lines : names) {
            height += height(lines);
        }
        sheets.need(Math.min(height, PdfSheets.HEIGHT));
        float[] widths = {0.2f, 0.3f, 0.16f};
        for (List<String> lines : names) {
            float tall = height(lines);
            sheets.need(tall);
            float base = tall - SMALL * PdfSheets.LEADING - PAD;
            for (int i = 0; i < lines.size(); i++) {
                float above = (lines.size() - i) * BODY * PdfSheets.LEADING;
                sheets.text(lines.get(i), PdfSheets.LEFT, base - above, BODY, false);
            }
            float x = PdfSheets.LEFT + label;
            for (int i = 0; i < widths.length; i++) {
                float width = PdfSheets.WIDTH * widths[i];
                float end = x + width - (i < widths.length - 1 ? 2 * PAD : 0);
                sheets.line(x, base, end, base, 0);
                String caption = sheets.face(false).writable(words.all().get(i));
                float room = (end - x - sheets.face(false).width(caption, SMALL)) / 2;
                sheets.text(caption, x + Math.max(0, room), base, SMALL, false);
                x += width;
            }
            sheets.down(tall);
        }
        sheets.down(BODY / 2);
    }

    private static float height(List<String> lines) {
        return Math.max(SIGNATURE, lines.size() * BODY * PdfSheets.LEADING + SMALL * PdfSheets.LEADING + 2 * PAD);
    }
}
