package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.records.Checks;

/** Changes of a draft of the form, one section or field at a time. Codes stay once given: what maps hold is kept by them. */
final class FormEdits {
    private static final int LONGEST_CODE = 36;

    private FormEdits() {}

    /** What a section is typed as. */
    record SectionInput(FormNames names, FormSection.Kind kind, Readers readers) {}

    /**
     * What a field is typed as.
     *
     * @param section code of the section where it is to stand
     * @param choices one on a line: the names in Kazakh, Russian, English with strokes between, in front the code if it has one
     */
    record FieldInput(
            String section, FormNames names, FormField.Kind kind, boolean required, Readers readers, String choices) {}

    /** @param code "" for a new one, which comes last */
    static FormContent section(FormContent content, String code, SectionInput input) {
        Checks checks = new Checks();
        FormNames names = names(checks, input.names());
        checks.required("kind", input.kind());
        boolean twice = input.kind() != FormSection.Kind.FIELDS
                && content.sections().stream()
                        .anyMatch(s -> s.kind() == input.kind() && !s.code().equals(code));
        checks.that(!twice, "kind", "page.roadmap-form.kind-twice");
        checks.done();
        List<FormSection> sections = new ArrayList<>(content.sections());
        if (code.isEmpty()) {
            Set<String> taken = sections.stream().map(FormSection::code).collect(Collectors.toSet());
            sections.add(new FormSection(code(names.en(), taken), input.kind(), input.readers(), names, List.of()));
        } else {
            sections.replaceAll(s -> s.code().equals(code)
                    ? new FormSection(code, input.kind(), input.readers(), names, s.fields())
                    : s);
        }
        return new FormContent(sections);
    }

    /** @param code "" for a new one, which comes last in its section */
    static FormContent field(FormContent content, String code, FieldInput input) {
        Checks checks = new Checks();
        FormNames names = names(checks, input.names());
        checks.required("kind", input.kind());
        boolean known = content.sections().stream().anyMatch(s -> s.code().equals(input.section()));
        checks.that(known, "section", "record.required");
        boolean choice = input.kind() == FormField.Kind.CHOICE;
        List<FormChoice> choices = choices(checks, choice ? input.choices() : "");
        checks.that(!choice || !choices.isEmpty(), "choices", "record.required");
        checks.done();
        Set<String> taken = content.fields().map(FormField::code).collect(Collectors.toSet());
        FormField made = new FormField(
                code.isEmpty() ? code(names.en(), taken) : code,
                input.kind(),
                input.required(),
                input.readers(),
                names,
                choices);
        return fields(content, section -> {
            List<FormField> fields = new ArrayList<>(section.fields());
            boolean here = section.code().equals(input.section());
            boolean was = fields.stream().anyMatch(f -> f.code().equals(made.code()));
            if (here && was) {
                fields.replaceAll(f -> f.code().equals(made.code()) ? made : f);
            } else {
                fields.removeIf(f -> f.code().equals(made.code()));
                fields.addAll(here ? List.of(made) : List.of());
            }
            return fields;
        });
    }

    /** @param by -1 for one place up, 1 for one place down; at the end it stays */
    static FormContent moveSection(FormContent content, String code, int by) {
        return new FormContent(moved(content.sections(), s -> s.code().equals(code), by));
    }

    static FormContent moveField(FormContent content, String code, int by) {
        return fields(content, s -> moved(s.fields(), f -> f.code().equals(code), by));
    }

    private static <T> List<T> moved(List<T> all, java.util.function.Predicate<T> which, int by) {
        List<T> list = new ArrayList<>(all);
        int from = IntStream.range(0, list.size())
                .filter(i -> which.test(list.get(i)))
                .findFirst()
                .orElse(-1);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < list.size()) {
            list.add(to, list.remove(from));
        }
        return list;
    }

    static FormContent withoutSection(FormContent content, String code) {
        return new FormContent(
                content.sections().stream().filter(s -> !s.code().equals(code)).toList());
    }

    static FormContent withoutField(FormContent content, String code) {
        return fields(
                content,
                s -> s.fields().stream().filter(f -> !f.code().equals(code)).toList());
    }

    private static FormContent fields(FormContent content, Function<FormSection, List<FormField>> change) {
        UnaryOperator<FormSection> changed =
                s -> new FormSection(s.code(), s.kind(), s.readers(), s.names(), change.apply(s));
        return new FormContent(content.sections().stream().map(changed).toList());
    }

    private static FormNames names(Checks checks, FormNames given) {
        FormNames names = given == null ? new FormNames("", "", "") : given;
        names.checkEach(checks, "names");
        return names;
    }

    private static List<FormChoice> choices(Checks checks, String typed) {
        List<FormChoice> choices = new ArrayList<>();
        List<String> lines = typed == null
                ? List.of()
                : typed.lines().filter(l -> !l.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> parts = Arrays.stream(lines.get(i).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            boolean coded = parts.size() == 4;
            if (!coded && parts.size() != 3 || parts.stream().anyMatch(String::isEmpty)) {
                checks.add("choices", "page.roadmap-form.choices.line", i + 1);
                return List.of();
            }
            FormNames names = coded
                    ? new FormNames(parts.get(1), parts.get(2), parts.get(3))
                    : new FormNames(parts.get(0), parts.get(1), parts.get(2));
            Set<String> taken = choices.stream().map(FormChoice::code).collect(Collectors.toSet());
            String code = coded ? parts.get(0) : code(names.en(), taken);
            int before = choices.size();
            choices.add(new FormChoice(code, names));
            Checks own = new Checks();
            FormContent.code(own, "choices", code);
            if (!own.none() || taken.contains(code)) {
                checks.add("choices", "page.roadmap-form.choices.line", before + 1);
                return List.of();
            }
        }
        return choices;
    }

    /** As {@link #choices} reads them. */
    static String lines(List<FormChoice> choices) {
        return choices.stream()
                .map(c -> String.join(
                        " | ",
                        c.code(),
                        c.names().kk(),
                        c.names().ru(),
                        c.names().en()))
                .collect(Collectors.joining("\n"));
    }

    /** Of the English name, of its own among those taken. */
    static String code(String name, Set<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_CODE)).replaceAll("-+$", "");
        String code = cut.isEmpty() ? "part" : cut;
        return !taken.contains(code)
                ? code
                : IntStream.iterate(2, n -> n + 1)
                        .mapToObj(n -> code + "-" + n)
                        .filter(c -> !taken.contains(c))
                        .findFirst()
                        .orElseThrow();
    }

    /** @throws Problem NOT_FOUND */
    static FormSection section(FormContent content, String code) {
        return content.sections().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem NOT_FOUND */
    static FormField field(FormContent content, String code) {
        return content.fields().filter(f -> f.code().equals(code)).findFirst().orElseThrow(Problem::notFound);
    }
}
