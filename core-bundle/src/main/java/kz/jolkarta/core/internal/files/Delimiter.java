package kz.jolkarta.core.internal.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The character between the columns of a text file: the one that cuts the first lines into the most columns, evenly. */
final class Delimiter {
    private static final List<Character> CANDIDATES = List.of(';', '\t', ',', '|');
    private static final int LINES = 60;

    private Delimiter() {}

    /** @param head the text's beginning; its last line may be cut */
    static char of(String head) {
        char best = ';';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(columns(head, candidate));
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static double score(List<Integer> columns) {
        Map<Integer, Integer> counts = new HashMap<>();
        columns.forEach(c -> counts.merge(c, 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> e : counts.entrySet()) {
            double share = (double) e.getValue() / columns.size();
            best = Math.max(best, (e.getKey() - 1) * share * share);
        }
        return best;
    }

    private static List<Integer> columns(String head, char delimiter) {
        List<Integer> columns = new ArrayList<>();
        boolean quoted = false;
        boolean fieldStart = true;
        boolean any = false;
        int fields = 1;
        for (int i = 0; i < head.length() && columns.size() < LINES; i++) {
            char c = head.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && (fieldStart || head.charAt(i - 1) == '"')) {
                quoted = true;
                any = true;
            } else if (c == delimiter) {
                fields++;
                fieldStart = true;
                any = true;
                continue;
            } else if (c == '\n' || c == '\r') {
                if (any) {
                    columns.add(fields);
                }
                fields = 1;
                fieldStart = true;
                any = false;
                continue;
            } else {
                any = true;
            }
            fieldStart = false;
        }
        if (columns.isEmpty() && any) {
            columns.add(fields);
        }
        return columns;
    }
}
