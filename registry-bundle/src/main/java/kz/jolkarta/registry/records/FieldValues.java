package kz.jolkarta.registry.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.measure.Field;

/** The extra fields of a record: checked against the measure's declaration, kept as one JSON object. */
public final class FieldValues {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final int ROOM = 4000;

    private FieldValues() {}

    /**
     * @param values by the field's code; null or absent members are not set
     * @return the JSON to keep, members in the order of the declaration
     * @throws kz.jolkarta.core.Problem INVALID, each error at {@code fields.<code>}
     */
    public static String json(List<Field> declared, Map<String, Object> values) {
        Checks checks = new Checks();
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Field field : declared) {
            Object value = values.get(field.code());
            String at = "fields." + field.code();
            if (value == null || value instanceof String text && text.isBlank()) {
                checks.that(!field.required(), at, "record.required");
            } else {
                kept.put(field.code(), checked(checks, field, at, value));
            }
        }
        for (String given : values.keySet()) {
            checks.that(
                    declared.stream().anyMatch(f -> f.code().equals(given)), "fields." + given, "record.field-unknown");
        }
        String json = write(kept);
        checks.that(json.length() <= ROOM, "fields", "record.too-long", ROOM);
        checks.done();
        return json;
    }

    private static Object checked(Checks checks, Field field, String at, Object value) {
        switch (field.kind()) {
            case NUMBER -> checks.that(value instanceof Integer || value instanceof Long, at, "record.whole-number");
            case TEXT -> {
                checks.that(value instanceof String, at, "record.text");
                checks.text(at, String.valueOf(value), 500);
            }
            case DATE -> checks.that(isDate(value), at, "record.date");
            case LINK -> checks.link(at, String.valueOf(value));
            case CHOICE ->
                checks.that(
                        value instanceof String && field.choices().contains(value),
                        at,
                        "record.choice",
                        String.join(", ", field.choices()));
        }
        return value;
    }

    private static boolean isDate(Object value) {
        try {
            LocalDate.parse(String.valueOf(value));
            return true;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    public static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, VALUES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("extra fields are no JSON object", damaged);
        }
    }

    private static String write(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
