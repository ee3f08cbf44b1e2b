package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.i18n.Text;

/**
 * What differs between two versions of the form in one section or field.
 *
 * @param path {@code section} or {@code section/field}
 * @param before its name in the earlier version; null when it is new
 * @param after its name in the later version; null when it is gone
 */
public record FormChange(Kind kind, String path, Text before, Text after) {
    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        /** To another section. */
        MOVED,
        /** Another kind, other choices, other readers, required or not. */
        CHANGED
    }

    private record Place(String path, FormNames names, Object rest) {}

    /** In the order of the later version, what is gone at the end. */
    static List<FormChange> between(FormContent before, FormContent after) {
        Map<String, Place> earlier = places(before);
        List<FormChange> changes = new ArrayList<>();
        places(after).forEach((key, now) -> {
            Place then = earlier.remove(key);
            if (then == null) {
                changes.add(
                        new FormChange(Kind.ADDED, now.path(), null, now.names().text()));
                return;
            }
            if (!then.path().equals(now.path())) {
                changes.add(change(Kind.MOVED, then, now));
            }
            if (!then.names().equals(now.names())) {
                changes.add(change(Kind.RENAMED, then, now));
            }
            if (!then.rest().equals(now.rest())) {
                changes.add(change(Kind.CHANGED, then, now));
            }
        });
        earlier.values()
                .forEach(gone -> changes.add(
                        new FormChange(Kind.REMOVED, gone.path(), gone.names().text(), null)));
        return changes;
    }

    private static FormChange change(Kind kind, Place then, Place now) {
        return new FormChange(kind, now.path(), then.names().text(), now.names().text());
    }

    /** A field is known by its code in whichever section it stands. */
    private static Map<String, Place> places(FormContent content) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (FormSection section : content.sections()) {
            places.put(
                    "section " + section.code(),
                    new Place(section.code(), section.names(), List.of(section.kind(), section.readers())));
            for (FormField field : section.fields()) {
                places.put(
                        "field " + field.code(),
                        new Place(
                                section.code() + "/" + field.code(),
                                field.names(),
                                List.of(field.kind(), field.required(), section.readers(field), field.choices())));
            }
        }
        return places;
    }
}
