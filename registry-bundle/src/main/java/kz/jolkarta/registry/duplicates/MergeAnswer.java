package kz.jolkarta.registry.duplicates;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a merge does, or did.
 *
 * @param fields of the kept record that change
 * @param moved rows that go over to it
 * @param stayed rows that stay with the other one, since the kept one has the like; they are counted nowhere
 * @param heldTwice places that such rows hold until somebody gives them back
 */
public record MergeAnswer(
        long kept,
        long gone,
        int keptVersion,
        int goneVersion,
        List<FieldChange> fields,
        List<Rows> moved,
        List<Rows> stayed,
        List<HeldTwice> heldTwice) {
    /** Values as text, null for none. */
    public record FieldChange(String field, String before, String after) {}

    /** @param kind of the rows, e.g. {@code participation} @param text its name in the language of the request @param keys ids, or years of marks */
    public record Rows(String kind, String text, List<Long> keys) {}

    MergeAnswer seen(int keptVersion, int goneVersion) {
        return new MergeAnswer(kept, gone, keptVersion, goneVersion, fields, moved, stayed, heldTwice);
    }

    MergeAnswer told(UnaryOperator<String> text) {
        return new MergeAnswer(
                kept, gone, keptVersion, goneVersion, fields, told(moved, text), told(stayed, text), heldTwice);
    }

    private static List<Rows> told(List<Rows> rows, UnaryOperator<String> text) {
        return rows.stream()
                .map(r -> new Rows(r.kind(), text.apply(r.kind()), r.keys()))
                .toList();
    }

    /** @param link where the place is given back, under {@code /api} */
    public record HeldTwice(String kind, long id, String link) {}
}
