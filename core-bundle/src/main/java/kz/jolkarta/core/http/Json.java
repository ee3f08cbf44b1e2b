package kz.jolkarta.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The JSON of the API: ISO dates, enums in lower case with hyphens ({@code large-family}; reading takes the constant's name too),
 * absent values left out, unknown or doubled members and trailing text refused, nesting of at most 50 levels.
 */
public final class Json {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int DEEPEST = 50;
    private static final ObjectMapper MAPPER = create();

    private Json() {}

    /** The one mapper; safe for many threads, not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** How an enum's constant is written in JSON and in a query. */
    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectMapper create() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .annotationIntrospector(com.fasterxml.jackson.databind.AnnotationIntrospector.pair(
                        new EnumNames(), new com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector()))
                .build();
    }

    private static final class EnumNames extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
            String[] found = names.clone();
            for (int i = 0; i < values.length; i++) {
                if (found[i] == null) {
                    found[i] = name(values[i]);
                }
            }
            return found;
        }

        @Override
        public void findEnumAliases(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[][] aliases) {
            for (int i = 0; i < values.length; i++) {
                String own = values[i].name();
                aliases[i] = aliases[i] == null
                        ? new String[] {own}
                        : Stream.concat(Stream.of(aliases[i]), Stream.of(own)).toArray(String[]::new);
            }
        }
    }
}
