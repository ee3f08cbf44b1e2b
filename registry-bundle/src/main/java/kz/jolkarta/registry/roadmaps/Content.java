package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.records.Checks;

/** What is written into a form: checked against it, kept as one JSON object in the order of its fields. */
final class Content {
    static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final int TEXT = 500;
    private static final int LONG_TEXT = 4000;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private Content() {}

    /**
     * @param values null or blank ones are not set
     * @throws kz.jolkarta.core.Problem INVALID, each error at {@code content.<code>}
     */
    static String json(FormContent form, Map<String, Object> values) {
        Checks checks = new Checks();
        Map<String, Object> kept = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        form.fields().forEach(field -> {
            known.add(field.code());
            Object value = values.get(field.code());
            if (set(value)) {
                check(checks, field, value);
                kept.put(field.code(), value);
            }
        });
        values.keySet().stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> checks.add("content." + code, "roadmap.field-unknown"));
        checks.done();
        return write(kept);
    }

    /** Whether the form has a field of this code that takes the value. */
    static boolean takes(FormContent form, String code, Object value) {
        return form.fields().filter(field -> field.code().equals(code)).anyMatch(field -> {
            Checks checks = new Checks();
            check(checks, field, value);
            return checks.none();
        });
    }

    /** @throws kz.jolkarta.core.Problem INVALID, naming each field that is required and not filled in */
    static void requireWhole(FormContent form, Map<String, Object> values) {
        Checks checks = new Checks();
        form.fields()
                .filter(field -> field.required() && !set(values.get(field.code())))
                .forEach(field -> checks.add(
                        "content." + field.code(),
                        "roadmap.field-required",
                        field.names().text()));
        checks.done();
    }

    private static boolean set(Object value) {
        return value != null && !(value instanceof String text && text.isBlank());
    }

    private static void check(Checks checks, FormField field, Object value) {
        String at = "content." + field.code();
        switch (field.kind()) {
            case TEXT -> text(checks, at, value, TEXT);
            case LONG_TEXT -> text(checks, at, value, LONG_TEXT);
            case NUMBER -> checks.that(isNumber(value), at, "roadmap.number");
            case DATE -> checks.that(isDate(value), at, "record.date");
            case CHOICE -> {
                List<String> codes =
                        field.choices().stream().map(FormChoice::code).toList();
                boolean one = value instanceof String text && codes.contains(text);
                checks.that(one, at, "record.choice", codes.stream().collect(Collectors.joining(", ")));
            }
        }
    }

    private static void text(Checks checks, String at, Object value, int longest) {
        checks.that(value instanceof String, at, "record.text");
        if (value instanceof String text) {
            checks.text(at, text, longest);
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof Number number
                && new BigDecimal(number.toString()).abs().compareTo(LARGEST) <= 0;
    }

    private static boolean isDate(Object value) {
        try {
            LocalDate.parse(String.valueOf(value));
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return Json.mapper().readValue(json, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the content of a road map is no JSON object", damaged);
        }
    }

    private static String write(Map<String, Object> values) {
        try {
            return Json.mapper().writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
