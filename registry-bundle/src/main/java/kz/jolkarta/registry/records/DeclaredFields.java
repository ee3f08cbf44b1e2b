package kz.jolkarta.registry.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;

/**
 * The extra fields that a measure declares for a kind of record, as people see and fill them; named by the measure's own texts.
 *
 * @param measure code of the measure
 */
public record DeclaredFields(String measure, List<kz.jolkarta.core.measure.Field> declared) {
    private static final String MEMBER = "fields";
    private static final int FEW = 4;

    public DeclaredFields {
        declared = List.copyOf(declared);
    }

    /** Fields of a form, named as the API's input has them: {@code fields.<code>}. */
    public List<Field> fields(Words words, Map<String, Object> values) {
        return declared.stream()
                .map(f -> {
                    Field field = field(words, f).value(values.get(f.code()));
                    return f.required() ? field.require() : field;
                })
                .toList();
    }

    private Field field(Words words, kz.jolkarta.core.measure.Field field) {
        String name = MEMBER + "." + field.code();
        String label = name(words, field);
        return switch (field.kind()) {
            case TEXT, LINK -> Field.text(name, label);
            case NUMBER -> Field.number(name, label);
            case DATE -> Field.date(name, label);
            case CHOICE -> {
                List<Field.Option> options = field.choices().stream()
                        .map(c -> new Field.Option(c, choice(words, field, c)))
                        .toList();
                yield options.size() < FEW && field.required()
                        ? Field.radio(name, label, options)
                        : Field.choice(name, label, options);
            }
        };
    }

    /** What is set, as names and values. */
    public List<Block.Fact> facts(Words words, Map<String, Object> values) {
        return declared.stream()
                .flatMap(f -> printed(words, f, values).map(v -> new Block.Fact(name(words, f), Cell.of(v))).stream())
                .toList();
    }

    /** The value of one field as it is read; empty when it is not set. */
    public Optional<String> printed(Words words, kz.jolkarta.core.measure.Field field, Map<String, Object> values) {
        return Optional.ofNullable(values.get(field.code())).map(value -> switch (field.kind()) {
            case NUMBER -> value instanceof Number number ? words.number(number.longValue()) : value.toString();
            case DATE -> words.date(LocalDate.parse(value.toString()));
            case CHOICE -> choice(words, field, value.toString());
            case TEXT, LINK -> value.toString();
        });
    }

    /** The API's input made of what a form sent; a form knows texts only, so whole numbers are made of them here. */
    public <T> T read(FormInput input, Class<T> type) {
        return input.as(type, this::numbers);
    }

    private ObjectNode numbers(ObjectNode root) {
        ObjectNode changed = root.deepCopy();
        if (changed.get(MEMBER) instanceof ObjectNode fields) {
            numbers().forEach(code -> number(fields, code));
        }
        return changed;
    }

    private Stream<String> numbers() {
        return declared.stream()
                .filter(f -> f.kind() == kz.jolkarta.core.measure.Field.Kind.NUMBER)
                .map(kz.jolkarta.core.measure.Field::code);
    }

    /** What is no number stays as it was typed and is refused beside its field. */
    private static void number(ObjectNode fields, String code) {
        JsonNode typed = fields.path(code);
        String digits = FormInput.digits(typed.asText(""));
        if (digits.matches("-?\\d{1,18}")) {
            fields.put(code, Long.parseLong(digits));
        }
    }

    private String name(Words words, kz.jolkarta.core.measure.Field field) {
        return words.text(measure + ".field." + field.code());
    }

    private String choice(Words words, kz.jolkarta.core.measure.Field field, String code) {
        return words.text(measure + ".choice." + field.code() + "." + code);
    }
}
