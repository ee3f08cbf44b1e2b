package kz.jolkarta.registry.activities;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;

/**
 * Second marks as they are sent.
 *
 * @param kind {@code organiser} or {@code representative}; a code is entered on its own
 * @param participations ids, at most 500
 */
public record MarkInput(String kind, Set<Long> participations) {
    private static final int MOST = 500;

    public MarkInput {
        participations = participations == null
                ? Set.of()
                : new LinkedHashSet<>(
                        participations.stream().filter(Objects::nonNull).toList());
    }

    MarkKind checked() {
        Checks checks = new Checks();
        checks.required("kind", kind);
        checks.that(!participations.isEmpty(), "participations", "record.required");
        checks.that(participations.size() <= MOST, "participations", "record.too-many", MOST);
        MarkKind wanted = Choice.of(MarkKind.class, "kind", kind).orElse(MarkKind.CODE);
        checks.that(
                kind == null || kind.isBlank() || wanted != MarkKind.CODE,
                "kind",
                "record.choice",
                "organiser, representative");
        checks.done();
        return wanted;
    }
}
