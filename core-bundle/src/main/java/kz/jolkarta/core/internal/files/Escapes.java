package kz.jolkarta.core.internal.files;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a workbook as {@code _x000D_} (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
final class Escapes {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher m = ESCAPED.matcher(text);
        return m.replaceAll(r -> {
            char c = (char) Integer.parseInt(r.group(1), 16);
            // No database keeps U+0000 and nobody can have typed it.
            return Matcher.quoteReplacement(String.valueOf(c == 0 ? '\uFFFD' : c));
        });
    }

    /** A text that only looks like such an escape is kept apart from one. */
    static String encoded(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_x$1_") : text;
    }
}
