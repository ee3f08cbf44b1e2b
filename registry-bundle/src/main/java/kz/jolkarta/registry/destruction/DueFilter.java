package kz.jolkarta.registry.destruction;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;

/**
 * Which of the children past the term a list holds; an empty member means all.
 *
 * @param territory KATO code of where they live, or of a unit above it
 * @param name the beginning of the name, in any spelling
 */
record DueFilter(Optional<String> territory, Optional<String> name, Order order) {
    /** The orders of the list: by the day they left. */
    enum Order {
        LEFT("leftOn", "c.left_on, c.id", "(c.left_on > :kday or c.left_on = :kday and c.id > :kid)"),
        LEFT_DOWN("-leftOn", "c.left_on desc, c.id", "(c.left_on < :kday or c.left_on = :kday and c.id > :kid)");

        private final String code;
        final String sql;
        final String after;

        Order(String code, String sql, String after) {
            this.code = code;
            this.sql = sql;
            this.after = after;
        }

        /** The longest kept first when nothing is asked for. */
        static Order of(Optional<String> text) {
            return text.map(wanted -> List.of(values()).stream()
                            .filter(o -> o.code.equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> Problem.field("sort", "record.choice", "leftOn, -leftOn")))
                    .orElse(LEFT);
        }
    }

    /** For the audit trail: whether a name was looked for, not which. */
    String told() {
        return name.isPresent() ? "q" : "";
    }
}
