package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.jolkarta.registry.records.Checks;

/**
 * The roll of a session as it is sent.
 *
 * @param heldOn a day of the activity that has come
 * @param present ids of participations
 * @param absent ids of participations; accepted ones in neither list are absent too
 */
public record SessionInput(LocalDate heldOn, String topic, Set<Long> present, Set<Long> absent) {
    public SessionInput {
        present = ids(present);
        absent = ids(absent);
    }

    private static Set<Long> ids(Set<Long> given) {
        return given == null
                ? Set.of()
                : new LinkedHashSet<>(given.stream().filter(Objects::nonNull).toList());
    }

    void check(Activity activity, LocalDate today) {
        Checks checks = new Checks();
        checks.required("heldOn", heldOn);
        checks.text("topic", topic, 300);
        if (heldOn != null) {
            boolean within = !heldOn.isBefore(activity.starts()) && !heldOn.isAfter(activity.ends());
            checks.that(
                    within,
                    "heldOn",
                    "activity.session-outside",
                    activity.starts().toString(),
                    activity.ends().toString());
            checks.that(!heldOn.isAfter(today), "heldOn", "activity.session-future");
        }
        List<Long> both = present.stream().filter(absent::contains).toList();
        checks.that(both.isEmpty(), "absent", "activity.session-both");
        checks.done();
    }
}
