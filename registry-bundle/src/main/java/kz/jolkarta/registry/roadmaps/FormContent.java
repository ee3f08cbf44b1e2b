package kz.jolkarta.registry.roadmaps;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.records.Checks;

/** What a version of the form asks: sections and their fields, named in three languages. */
public record FormContent(List<FormSection> sections) {
    private static final int MOST_SECTIONS = 30;
    private static final int MOST_FIELDS = 150;

    public FormContent {
        sections = sections == null
                ? List.of()
                : sections.stream().filter(Objects::nonNull).toList();
    }

    public Stream<FormField> fields() {
        return sections.stream().flatMap(s -> s.fields().stream());
    }

    /** Who may read the field of this code. */
    public Readers readers(String field) {
        return sections.stream()
                .flatMap(s ->
                        s.fields().stream().filter(f -> f.code().equals(field)).map(s::readers))
                .findFirst()
                .orElse(Readers.ALL);
    }

    /** @throws kz.jolkarta.core.Problem INVALID with everything that is wrong */
    void check() {
        check(true);
    }

    /** As {@link #check()} for a draft that is worked at: its sections may still be empty. */
    void checkDraft() {
        check(false);
    }

    private void check(boolean whole) {
        Checks checks = new Checks();
        checks.that(!sections.isEmpty(), "sections", "record.required");
        checks.that(sections.size() <= MOST_SECTIONS, "sections", "record.too-many", MOST_SECTIONS);
        checks.that(fields().count() <= MOST_FIELDS, "sections", "record.too-many", MOST_FIELDS);
        Set<String> sectionCodes = new HashSet<>();
        Set<String> fieldCodes = new HashSet<>();
        Set<FormSection.Kind> kinds = EnumSet.noneOf(FormSection.Kind.class);
        for (int i = 0; i < sections.size(); i++) {
            FormSection section = sections.get(i);
            String at = "sections[" + i + "]";
            section.check(checks, at, whole);
            checks.that(
                    section.kind() == FormSection.Kind.FIELDS || kinds.add(section.kind()),
                    at + ".kind",
                    "roadmap.form-kind-twice",
                    Json.name(section.kind()));
            checks.that(sectionCodes.add(section.code()), at + ".code", "roadmap.form-code-twice", section.code());
            for (int j = 0; j < section.fields().size(); j++) {
                FormField field = section.fields().get(j);
                String where = at + ".fields[" + j + "]";
                field.check(checks, where);
                checks.that(fieldCodes.add(field.code()), where + ".code", "roadmap.form-code-twice", field.code());
            }
        }
        checks.done();
    }

    static void code(Checks checks, String at, String code) {
        boolean lawful = code.length() <= 40 && code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        checks.that(lawful, at, "roadmap.form-code");
    }
}
