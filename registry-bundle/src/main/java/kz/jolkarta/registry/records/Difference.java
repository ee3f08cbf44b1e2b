package kz.jolkarta.registry.records;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;

/** What a stale edit would have overwritten. */
public final class Difference {
    private Difference() {}

    /** @return the problem to throw: both sides' values of every member that differs */
    public static <R extends Record> Problem stale(R yours, R theirs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RecordComponent member : yours.getClass().getRecordComponents()) {
            Object mine = value(member, yours);
            Object other = value(member, theirs);
            if (!Objects.equals(mine, other)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("field", member.getName());
                row.put("yours", mine == null ? "" : mine);
                row.put("theirs", other == null ? "" : other);
                rows.add(row);
            }
        }
        return Problem.of(Problem.Kind.STALE, "record.stale").with("difference", rows);
    }

    /** The problem of a move that was wished for by who saw another version. */
    public static Problem version(int yours, int theirs) {
        return Problem.of(Problem.Kind.STALE, "record.stale")
                .with("difference", List.of(Map.of("field", "version", "yours", yours, "theirs", theirs)));
    }

    /** The names of the members that differ, separated by commas: for the audit trail, which takes no values. */
    public static <R extends Record> String names(R one, R other) {
        return Stream.of(one.getClass().getRecordComponents())
                .filter(member -> !Objects.equals(value(member, one), value(member, other)))
                .map(RecordComponent::getName)
                .collect(Collectors.joining(","));
    }

    private static Object value(RecordComponent member, Record from) {
        try {
            return member.getAccessor().invoke(from);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
