package kz.jolkarta.core.pages;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;

/**
 * What a form sent. The platform has checked by then that the own pages sent it.
 *
 * @param values by the field's name, as typed; a field left empty has no value
 * @param files by the field's name
 */
public record FormInput(Map<String, List<String>> values, Map<String, Upload> files) {
    /** The hidden field that proves where the form comes from. */
    public static final String CSRF = "csrf";

    /** The field of the record's version that the editor has seen. */
    public static final String VERSION = "version";

    private static final Pattern MEMBER =
            Pattern.compile("[A-Za-z][\\w-]*(\\[\\d{1,2}])?(\\.[A-Za-z][\\w-]*(\\[\\d{1,2}])?)*(\\[])?");

    /** A form has nothing but texts, and people write numbers with spaces and a comma. */
    private static final ObjectMapper READER = ((JsonMapper) Json.mapper())
            .rebuild()
            .enable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(numbers())
            .build();

    private static SimpleModule numbers() {
        return new SimpleModule()
                .addDeserializer(BigDecimal.class, new Written<>(BigDecimal::new))
                .addDeserializer(Integer.class, new Written<>(Integer::valueOf))
                .addDeserializer(Integer.TYPE, new Written<>(Integer::valueOf))
                .addDeserializer(Long.class, new Written<>(Long::valueOf))
                .addDeserializer(Long.TYPE, new Written<>(Long::valueOf));
    }

    private static final class Written<T> extends JsonDeserializer<T> {
        private final Function<String, T> read;

        Written(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String plain = digits(parser.getText());
            try {
                return read.apply(plain);
            } catch (NumberFormatException none) {
                throw InvalidFormatException.from(
                        parser,
                        "not a number",
                        plain,
                        context.getContextualType() == null
                                ? Number.class
                                : context.getContextualType().getRawClass());
            }
        }
    }

    /** A number as people write it, with blanks between thousands, a comma before decimals and a typographic minus, as programs write it. */
    public static String digits(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
    }

    /** @param content read once, closed by the platform */
    public record Upload(String name, InputStream content) {}

    public FormInput {
        values = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> List.copyOf(e.getValue()), (one, other) -> one, LinkedHashMap::new));
        files = Map.copyOf(files);
    }

    public static FormInput of(Map<String, String> values) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(name, List.of(value)));
        return new FormInput(all, Map.of());
    }

    /** What the field holds, without blanks at its ends; "" when it is empty. */
    public String first(String name) {
        List<String> found = all(name);
        return found.isEmpty() ? "" : found.get(0).strip();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isBlank())
                .toList();
    }

    public Optional<String> text(String name) {
        return Optional.of(first(name)).filter(v -> !v.isEmpty());
    }

    public boolean flag(String name) {
        return first(name).equals("true");
    }

    /** @throws Problem INVALID at the field when it is no whole number */
    public Optional<Long> number(String name) {
        try {
            return text(name).map(v -> Long.valueOf(digits(v)));
        } catch (NumberFormatException malformed) {
            throw Problem.field(name, "page.whole-number");
        }
    }

    /** The ids that are ticked. */
    public List<Long> numbers(String name) {
        try {
            return all(name).stream().map(Long::valueOf).toList();
        } catch (NumberFormatException malformed) {
            throw Problem.field(name, "page.whole-number");
        }
    }

    /** The version the editor has seen; empty when the form carries none. @throws Problem INVALID when it is none */
    public OptionalInt version() {
        Optional<Long> seen = number(VERSION);
        if (seen.filter(v -> v < 0 || v > Integer.MAX_VALUE).isPresent()) {
            throw Problem.invalid("problem.request");
        }
        return seen.map(v -> OptionalInt.of(v.intValue())).orElseGet(OptionalInt::empty);
    }

    public Optional<Upload> upload(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * The input record that the API takes, made of the fields of its members' names: {@code venue.place} is a member of a member,
     * {@code days[]} a list of all values of that name, {@code steps[0].title} the first of a list of at most a hundred. Fields the record does not know are
     * left out, so that a form may carry more.
     *
     * @throws Problem INVALID at the field that does not fit
     */
    public <T> T as(Class<T> type) {
        return as(type, ObjectNode::deepCopy);
    }

    /** As {@link #as(Class)}, with a last hand at the JSON. */
    public <T> T as(Class<T> type, Function<ObjectNode, ObjectNode> change) {
        ObjectNode root = READER.createObjectNode();
        values.forEach((name, found) -> {
            boolean member = MEMBER.matcher(name).matches() && !name.equals(CSRF) && !name.equals(VERSION);
            if (member && !all(name).isEmpty()) {
                put(root, name, all(name));
            }
        });
        try {
            return READER.readerFor(type)
                    .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(change.apply(root));
        } catch (JsonProcessingException wrong) {
            throw problem(wrong);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static RuntimeException problem(JsonProcessingException wrong) {
        for (Throwable t = wrong; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem;
            }
        }
        if (wrong instanceof JsonMappingException mapping) {
            String field = mapping.getPath().stream()
                    .map(r -> r.getFieldName() != null ? "." + r.getFieldName() : "[" + r.getIndex() + "]")
                    .collect(Collectors.joining());
            return Problem.field(field.replaceFirst("^\\.", ""), "problem.value");
        }
        return Problem.invalid("problem.request");
    }

    /** @throws Problem INVALID when two names make different things of one member */
    private static void put(ObjectNode root, String name, List<String> found) {
        String[] steps = name.split("\\.");
        ObjectNode node = root;
        for (int i = 0; i < steps.length; i++) {
            String step = steps[i];
            int bracket = step.indexOf('[');
            if (step.endsWith("[]")) {
                ArrayNode list = array(node, step.substring(0, bracket));
                found.forEach(list::add);
            } else if (bracket > 0) {
                ArrayNode list = array(node, step.substring(0, bracket));
                int index = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
                while (list.size() <= index) {
                    list.addObject();
                }
                node = object(list.get(index));
            } else if (i == steps.length - 1) {
                node.put(step, found.get(0).strip());
            } else {
                node = node.has(step) ? object(node.get(step)) : node.putObject(step);
            }
        }
    }

    private static ArrayNode array(ObjectNode node, String name) {
        if (!node.has(name)) {
            return node.putArray(name);
        }
        if (node.get(name) instanceof ArrayNode list) {
            return list;
        }
        throw Problem.invalid("problem.request");
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("problem.request");
    }
}
