package kz.jolkarta.core.internal.measure;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Deadline;

/**
 * Declarations as they are kept: the JSON of the API, in which each value of a sealed interface says which it is by the name of its record. So a record
 * that is renamed cannot be read any more.
 */
public final class DeclarationJson {
    private static final ObjectMapper MAPPER = mapper();

    /** The API of the measures stays free of annotations. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    private DeclarationJson() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = Json.mapper().copy();
        // Many criteria and rules have nothing but their name.
        mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        for (Class<?> family : List.of(Criterion.class, Rule.class, Selection.class, Figure.class, Deadline.class)) {
            mapper.addMixIn(family, Named.class);
            for (Class<?> one : family.getPermittedSubclasses()) {
                mapper.registerSubtypes(new NamedType(one, one.getSimpleName()));
            }
        }
        return mapper;
    }

    public static String write(Installed measure) {
        return json(measure);
    }

    /** @throws IllegalArgumentException when it was written by a version that declared otherwise */
    public static Installed read(String json) {
        return value(json, new TypeReference<Installed>() {});
    }

    static String writeTexts(Map<Language, Map<String, String>> texts) {
        return json(texts);
    }

    static Map<Language, Map<String, String>> readTexts(String json) {
        return value(json, new TypeReference<Map<Language, Map<String, String>>>() {});
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a declaration that cannot be written", e);
        }
    }

    private static <T> T value(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a declaration as it is written now", e);
        }
    }
}
