package kz.jolkarta.registry.roadmaps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.registry.records.Checks;

/** Which parts of a child's road map a user may read and write. */
record Sight(Set<Readers> read, Set<Readers> write) {
    static Sight of(User user, String territory, long school) {
        return new Sight(those(user, Readers::read, territory, school), those(user, Readers::write, territory, school));
    }

    private static Set<Readers> those(User user, Function<Readers, Right> right, String territory, long school) {
        return Stream.of(Readers.values())
                .filter(r -> user.scope(right.apply(r)).covers(territory, school))
                .collect(Collectors.toSet());
    }

    /** Codes of the sections that are withheld, wholly or in part. */
    List<String> withheld(FormContent form) {
        return form.sections().stream()
                .filter(s ->
                        !read.contains(s.readers()) || s.fields().stream().anyMatch(f -> !read.contains(s.readers(f))))
                .map(FormSection::code)
                .toList();
    }

    Map<String, Object> shown(FormContent form, Map<String, Object> content) {
        Map<String, Object> shown = new LinkedHashMap<>(content);
        shown.keySet().removeIf(code -> !read.contains(form.readers(code)));
        return shown;
    }

    /**
     * What is to be kept when these values are sent: those that the user may not write stay as they were.
     *
     * @throws kz.jolkarta.core.Problem INVALID at each such value that was sent otherwise
     */
    Map<String, Object> merged(FormContent form, Map<String, Object> kept, Map<String, Object> sent) {
        Checks checks = new Checks();
        Map<String, Object> merged = new LinkedHashMap<>(sent);
        form.fields().map(FormField::code).forEach(code -> {
            if (write.contains(form.readers(code))) {
                return;
            }
            Object given = sent.get(code);
            checks.that(
                    given == null || Objects.equals(given, kept.get(code)), "content." + code, "roadmap.field-right");
            merged.put(code, kept.get(code));
        });
        checks.done();
        return merged;
    }
}
