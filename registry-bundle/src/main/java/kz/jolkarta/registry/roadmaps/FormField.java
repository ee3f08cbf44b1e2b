package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.jolkarta.registry.records.Checks;

/**
 * A field of the form.
 *
 * @param code of its own in the whole form; the values of a map are kept by it
 * @param required whether a map is approved only with it
 * @param readers who may read it; null for those who may read its section
 * @param choices of a field of kind CHOICE, in their order
 */
public record FormField(
        String code,
        Kind kind,
        boolean required,
        @JsonInclude(JsonInclude.Include.NON_NULL) Readers readers,
        FormNames names,
        List<FormChoice> choices) {
    /** What is written into a field. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        CHOICE
    }

    private static final int MOST_CHOICES = 60;

    public FormField {
        code = code == null ? "" : code;
        names = names == null ? new FormNames("", "", "") : names;
        choices = choices == null
                ? List.of()
                : choices.stream().filter(Objects::nonNull).toList();
    }

    FormField(String code, Kind kind, boolean required, FormNames names, List<FormChoice> choices) {
        this(code, kind, required, null, names, choices);
    }

    void check(Checks checks, String at) {
        FormContent.code(checks, at + ".code", code);
        checks.required(at + ".kind", kind);
        names.check(checks, at + ".names");
        checks.that((kind == Kind.CHOICE) != choices.isEmpty(), at + ".choices", "roadmap.form-choices");
        checks.that(choices.size() <= MOST_CHOICES, at + ".choices", "record.too-many", MOST_CHOICES);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            FormChoice choice = choices.get(i);
            String where = at + ".choices[" + i + "]";
            FormContent.code(checks, where + ".code", choice.code());
            checks.that(codes.add(choice.code()), where + ".code", "roadmap.form-code-twice", choice.code());
            choice.names().check(checks, where + ".names");
        }
    }
}
