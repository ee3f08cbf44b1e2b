package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;

/** Dates and enums in paths and queries, written as in the JSON of the API. */
public final class PlainValues implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        if (rawType == LocalDate.class) {
            return new Converter<>(text -> rawType.cast(LocalDate.parse(text)), Object::toString);
        }
        if (rawType == Instant.class) {
            return new Converter<>(text -> rawType.cast(Instant.parse(text)), Object::toString);
        }
        if (rawType.isEnum()) {
            return new Converter<>(text -> constant(rawType, text), value -> Json.name((Enum<?>) value));
        }
        return null;
    }

    private static <T> T constant(Class<T> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(c -> ((Enum<?>) c).name().equals(text)
                        || Json.name((Enum<?>) c).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private record Converter<T>(Function<String, T> reading, Function<T, String> writing) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reading.apply(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public String toString(T value) {
            return writing.apply(value);
        }
    }
}
