package kz.jolkarta.registry.records;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Versions;

/** What a stale edit would have overwritten. */
public final class Difference {
    private Difference() {}

    /** The problem to throw, with both sides' values of every member that differs. */
    public static <R extends Record> Problem stale(R yours, R theirs) {
        return Versions.stale(yours, theirs);
    }

    /** The problem of a move that was wished for by who saw another version. */
    public static Problem version(int yours, int theirs) {
        return Versions.stale(new Seen(yours), new Seen(theirs));
    }

    /** A member {@code version} is left out of a difference, for it always differs. */
    private record Seen(int seenVersion) {}

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
