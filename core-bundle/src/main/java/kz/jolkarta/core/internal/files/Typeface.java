package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file, read once for all papers: how wide its letters are and where a text is broken into lines. */
final class Typeface {
    /** Stands for what the font does not have. */
    private static final int UNKNOWN = '?';

    private static final String BREAK_AFTER = "-/–—";
    private static final int PLANE = 0x10000;

    private final TrueTypeFont font;
    private final short[] widths = new short[PLANE];

    Typeface(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // Ligatures would be drawn as glyphs that no longer say which letters they are.
            font.setEnableGsub(false);
            CmapLookup letters = font.getUnicodeCmapLookup();
            for (int letter = 0; letter < PLANE; letter++) {
                int glyph = letters.getGlyphId(letter);
                widths[letter] = glyph == 0 ? -1 : (short) (font.getAdvanceWidth(glyph) * 1000 / font.getUnitsPerEm());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TrueTypeFont font() {
        return font;
    }

    /** The text as this font can write it: on one line, without what has no glyph. */
    String writable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' ? ' ' : c)
                .filter(c -> Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.FORMAT)
                .map(c -> c < PLANE && widths[c] >= 0 ? c : UNKNOWN)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** @return points, of a writable text */
    float width(String text, float size) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += widths[text.charAt(i)];
        }
        return sum * size / 1000;
    }

    /** The lines of a text in a column so wide; line breaks are kept, a word wider than the column is broken where it must be. */
    List<String> lines(String text, float size, float column) {
        List<String> lines = new ArrayList<>();
        text.lines().map(this::writable).forEach(line -> wrap(line.stripTrailing(), size, column, lines));
        return lines;
    }

    private void wrap(String text, float size, float column, List<String> lines) {
        String rest = text;
        while (width(rest, size) > column) {
            int fits = 1;
            float sum = widths[rest.charAt(0)] * size / 1000;
            while (fits < rest.length() && sum + widths[rest.charAt(fits)] * size / 1000 <= column) {
                sum += widths[rest.charAt(fits)] * size / 1000;
                fits++;
            }
            int at = breakBefore(rest, fits);
            lines.add(rest.substring(0, at).stripTrailing());
            rest = rest.substring(at).stripLeading();
        }
        lines.add(rest);
    }

    private static int breakBefore(String text, int fits) {
        if (text.charAt(fits) == ' ') {
            return fits;
        }
        for (int at = fits; at > 1; at--) {
            char last = text.charAt(at - 1);
            if (last == ' ' || BREAK_AFTER.indexOf(last) >= 0) {
                return at;
            }
        }
        return fits;
    }
}
