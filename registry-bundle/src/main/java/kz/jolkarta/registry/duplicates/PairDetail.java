package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A pair with its two children side by side. Members that are null are absent in JSON. */
record PairDetail(Pair pair, List<Field> fields, Side one, Side other) {
    /** Both values, as text. */
    record Field(String field, String one, String other, boolean equal) {}

    /** A row of the child. @param kind e.g. {@code category} @param says its values by name */
    record Line(String kind, long id, Map<String, String> says) {}

    /** @param login who registered the child, or brought in the list */
    record Entered(String login, Instant at) {}

    /**
     * @param version of the child, which a merge asks for
     * @param values by field; null for a child out of the caller's reach, as is all that follows
     */
    record Side(Pair.Side child, Integer version, Map<String, String> values, List<Line> lines, Entered entered) {}

    /** Nothing when one of the two is out of reach: whether values are equal would tell them. */
    static List<Field> fields(Side one, Side other) {
        List<Field> fields = new ArrayList<>();
        if (one.values() == null || other.values() == null) {
            return fields;
        }
        ChildFields.COLUMNS.keySet().forEach(field -> {
            String mine = one.values().get(field);
            String theirs = other.values().get(field);
            if (mine != null || theirs != null) {
                fields.add(new Field(field, mine, theirs, Objects.equals(mine, theirs)));
            }
        });
        return fields;
    }
}
