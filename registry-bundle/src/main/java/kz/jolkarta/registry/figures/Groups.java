package kz.jolkarta.registry.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A derived table that gathers the rows of a source {@code s} to one row for each key, with a column for everything that is asked of them:
 * all selections of a statement share it. It comes first in a join: put last, Derby would compute it anew for every row before it.
 */
final class Groups {
    private final String alias;
    private final Map<String, String> columns = new LinkedHashMap<>();

    Groups(String alias) {
        this.alias = alias;
    }

    Groups() {
        this("e");
    }

    /** 1 when any row meets the condition, else 0. */
    String any(String condition) {
        return column("max(case when " + condition + " then 1 else 0 end)");
    }

    /** How many rows meet the condition. */
    String times(String condition) {
        return column("sum(case when " + condition + " then 1 else 0 end)");
    }

    /** The largest value, which stands for those of the key's only row that has one. */
    String largest(String expression) {
        return column("max(" + expression + ")");
    }

    private String column(String expression) {
        return alias + "." + columns.computeIfAbsent(expression, x -> "h" + (columns.size() + 1));
    }

    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** @param keys columns of the source, which keep their names */
    String table(String keys, String source) {
        String asked = columns.entrySet().stream()
                .map(c -> ", " + c.getKey() + " as " + c.getValue())
                .collect(Collectors.joining());
        return "(select " + keys + asked + " from (" + source + ") s group by " + keys + ") " + alias;
    }
}
