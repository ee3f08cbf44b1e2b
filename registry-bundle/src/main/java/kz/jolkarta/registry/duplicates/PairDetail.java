package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.registry.children.Iin;

/** A pair with its two children side by side. Members that are null are absent in JSON. */
record PairDetail(Pair pair, List<Field> fields, Side one, Side other) {
    private static final String IIN = "iin";

    /** Both values, as text. */
    record Field(String field, String one, String other, boolean equal) {}

    /** A row of the child. @param kind e.g. {@code category} @param says its values by name */
    record Line(String kind, long id, Map<String, String> says) {}

    /** @param login who registered the child, or brought in the list */
    record Entered(String login, Instant at) {}

    /**
     * @param version of the child, which a merge asks for
     * @param values by field; null for a child out of the caller's reach, as is all that follows
     * @param names what the numbers among the values stand for, by field
     */
    record Side(
            Pair.Side child,
            Integer version,
            Map<String, String> values,
            Map<String, String> names,
            List<Line> lines,
            Entered entered) {
        private Side masked() {
            if (values == null) {
                return this;
            }
            Map<String, String> shown = new LinkedHashMap<>(values);
            shown.computeIfPresent(IIN, (field, iin) -> Iin.masked(iin));
            return new Side(child, version, shown, names, lines, entered);
        }
    }

    /** Compares the two by their whole numbers and shows those masked. */
    static PairDetail of(Pair pair, Side one, Side other) {
        return new PairDetail(pair, fields(one, other), one.masked(), other.masked());
    }

    /** Nothing when one of the two is out of reach: whether values are equal would tell them. */
    private static List<Field> fields(Side one, Side other) {
        List<Field> fields = new ArrayList<>();
        if (one.values() == null || other.values() == null) {
            return fields;
        }
        ChildFields.COLUMNS.keySet().forEach(field -> {
            String mine = one.values().get(field);
            String theirs = other.values().get(field);
            if (mine != null || theirs != null) {
                fields.add(new Field(field, shown(field, mine), shown(field, theirs), Objects.equals(mine, theirs)));
            }
        });
        return fields;
    }

    /** A value as anybody may see it. */
    static String shown(String field, String value) {
        return value != null && field.equals(IIN) ? Iin.masked(value) : value;
    }
}
