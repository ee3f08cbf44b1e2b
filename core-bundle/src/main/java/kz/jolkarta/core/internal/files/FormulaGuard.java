package kz.jolkarta.core.internal.files;

/**
 * Text that a spreadsheet would evaluate. In delimited text an apostrophe before it keeps it a text; reading takes exactly that
 * apostrophe away again, so that every text comes back as it was.
 */
final class FormulaGuard {
    private static final String STARTERS = "=+-@＝＋－＠";

    private FormulaGuard() {}

    /** Whether a spreadsheet may take the text, or a later line of it, for a formula. */
    static boolean dangerous(String text) {
        return !guarded(text).equals(text);
    }

    static String guarded(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder out = null;
        int line = 0;
        while (line <= text.length()) {
            if (needsGuard(text, line)) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 4).append(text, 0, line);
                }
                out.append('\'');
            }
            int next = nextLine(text, line);
            if (out != null) {
                out.append(text, line, Math.min(next, text.length()));
            }
            line = next;
        }
        return out == null ? text : out.toString();
    }

    static String unguarded(String text) {
        if (text.indexOf('\'') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int line = 0;
        while (line <= text.length()) {
            int next = nextLine(text, line);
            boolean guard = line < text.length() && text.charAt(line) == '\'' && needsGuard(text, line + 1, line == 0);
            out.append(text, Math.min(line + (guard ? 1 : 0), text.length()), Math.min(next, text.length()));
            line = next;
        }
        return out.toString();
    }

    private static boolean needsGuard(String text, int line) {
        return needsGuard(text, line, line == 0);
    }

    /** A line that is dangerous behind any number of apostrophes: those are guarded once more, or they would be lost on reading. */
    private static boolean needsGuard(String text, int from, boolean first) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (first
                && i < text.length()
                && (text.charAt(i) == '\t' || text.charAt(i) == '\r' || text.charAt(i) == '\n')) {
            return true;
        }
        while (i < text.length() && invisible(text.charAt(i))) {
            i++;
        }
        return i < text.length() && STARTERS.indexOf(text.charAt(i)) >= 0;
    }

    private static boolean invisible(char c) {
        return c != '\r'
                && c != '\n'
                && (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.isISOControl(c));
    }

    /** Where the next line begins; beyond the text's end when there is none. */
    private static int nextLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                return i + 1;
            }
        }
        return text.length() + 1;
    }
}
