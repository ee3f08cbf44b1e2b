package kz.jolkarta.registry.copies;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;

/**
 * What a road map holds by the fields of its form.
 *
 * @param values by the fields' codes
 * @param names of the fields by their codes
 */
record FormValues(@JsonValue Map<String, JsonNode> values, Map<String, Text> names) {
    /** @param diagnostics whether fields that only those read who may see diagnostics are given */
    static FormValues of(JsonNode form, ObjectNode content, boolean diagnostics) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        Map<String, Text> names = new LinkedHashMap<>();
        for (JsonNode section : form.path("sections")) {
            String ofSection = section.path("readers").asText("");
            for (JsonNode field : section.path("fields")) {
                String code = field.path("code").asText();
                String readers = field.path("readers").asText(ofSection);
                if (content.hasNonNull(code) && (diagnostics || !readers.equalsIgnoreCase("diagnostics"))) {
                    values.put(code, content.get(code));
                    JsonNode name = field.path("names");
                    names.put(
                            code,
                            new Text(
                                    name.path("kk").asText(""),
                                    name.path("ru").asText(""),
                                    name.path("en").asText("")));
                }
            }
        }
        return new FormValues(values, names);
    }

    String in(Language language) {
        StringBuilder lines = new StringBuilder();
        values.forEach((code, value) -> lines.append(lines.isEmpty() ? "" : "\n")
                .append(names.get(code).in(language))
                .append(": ")
                .append(value.asText()));
        return lines.toString();
    }
}
