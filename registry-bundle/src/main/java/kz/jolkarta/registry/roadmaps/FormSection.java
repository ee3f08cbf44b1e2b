package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import kz.jolkarta.registry.records.Checks;

/**
 * A part of the form under a heading.
 *
 * @param kind what the registry itself puts there, before the typed fields
 * @param readers who may read it; of a field that says nothing of its own too
 * @param fields typed in; at least one when the registry puts nothing there
 */
public record FormSection(
        String code,
        @JsonInclude(JsonInclude.Include.NON_NULL) Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) Readers readers,
        FormNames names,
        List<FormField> fields) {
    /** What a section is filled with by the registry. */
    public enum Kind {
        /** Nothing: all is typed in. */
        FIELDS,
        /** Names, number, birth date, school, address, categories with their grounds, representatives, consents. */
        PASSPORT,
        TALENTS,
        DIAGNOSTICS,
        /** Excellent marks by school year. */
        MARKS,
        ACHIEVEMENTS,
        /** Goals and steps. */
        PLAN,
        /** Coaches of the achievements. */
        MENTORS,
        /** What the measures' records say. */
        SUPPORT,
        /** The year's conclusion, and the signatures. */
        CONCLUSION
    }

    public FormSection {
        code = code == null ? "" : code;
        kind = kind == null ? Kind.FIELDS : kind;
        readers = readers == null ? Readers.ALL : readers;
        names = names == null ? new FormNames("", "", "") : names;
        fields = fields == null
                ? List.of()
                : fields.stream().filter(Objects::nonNull).toList();
    }

    FormSection(String code, FormNames names, List<FormField> fields) {
        this(code, Kind.FIELDS, Readers.ALL, names, fields);
    }

    /** Whether nothing would stand in it. */
    boolean empty() {
        return kind == Kind.FIELDS && fields.isEmpty();
    }

    Readers readers(FormField field) {
        return field.readers() == null ? readers : field.readers();
    }

    /** @param whole whether an empty section is a fault already */
    void check(Checks checks, String at, boolean whole) {
        FormContent.code(checks, at + ".code", code);
        names.check(checks, at + ".names");
        checks.that(!whole || !empty(), at + ".fields", "record.required");
    }
}
