package kz.jolkarta.registry.activities;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.registry.records.Checks;

/**
 * Who applies for an activity: children or staff, as its kind says, at most 500 at once.
 *
 * @param state {@code accepted} (when not given): seats are given out in the order sent, the rest waits; {@code applied}: somebody decides later
 */
public record Application(Collection<Long> childIds, Collection<Long> staffIds, String state) {
    private static final int MOST = 500;

    public Application {
        childIds = distinct(childIds);
        staffIds = distinct(staffIds);
        state = state == null ? "" : state.strip();
    }

    private static Collection<Long> distinct(Collection<Long> ids) {
        return ids == null
                ? List.of()
                : List.copyOf(new LinkedHashSet<>(
                        ids.stream().filter(java.util.Objects::nonNull).toList()));
    }

    Collection<Long> ids(Audience audience) {
        Collection<Long> wanted = audience == Audience.CHILDREN ? childIds : staffIds;
        String field = audience == Audience.CHILDREN ? "childIds" : "staffIds";
        Checks checks = new Checks();
        checks.that(!wanted.isEmpty(), field, "record.required");
        checks.that(wanted.size() <= MOST, field, "record.too-many", MOST);
        if (audience == Audience.CHILDREN) {
            checks.that(staffIds.isEmpty(), "staffIds", "activity.for-children");
        } else {
            checks.that(childIds.isEmpty(), "childIds", "activity.for-staff");
        }
        checks.done();
        return wanted;
    }
}
