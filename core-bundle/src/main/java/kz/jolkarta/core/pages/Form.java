package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Versions;

/**
 * A form that is sent by POST, or by GET when it only asks.
 *
 * @param asks whether it is sent by GET: nothing is changed by it, and the address that answers holds what was asked
 * @param submit the act's verb
 * @param danger whether it takes something away
 * @param problem what is wrong with the whole, "" for nothing
 * @param difference of two editors' states, when another one was faster
 * @param cancel where to go without sending; "" for nowhere
 */
public record Form(
        String action,
        List<Field> fields,
        String submit,
        boolean danger,
        String problem,
        List<Change> difference,
        String cancel,
        boolean asks)
        implements Block {

    /** A field that differs: the reader's value and the one that is stored by now. */
    public record Change(String field, String yours, String theirs) {}

    /** What nobody typed: it is of the page, which makes it anew from the records as they are by now. */
    private static final Set<Field.Kind> UNTYPED =
            Set.of(Field.Kind.HIDDEN, Field.Kind.PASSWORD, Field.Kind.FILE, Field.Kind.SHOWN, Field.Kind.HEADING);

    public Form {
        fields = List.copyOf(fields);
        difference = List.copyOf(difference);
    }

    public Form(
            String action,
            List<Field> fields,
            String submit,
            boolean danger,
            String problem,
            List<Change> difference,
            String cancel) {
        this(action, fields, submit, danger, problem, difference, cancel, false);
    }

    public static Form of(String action, String submit, List<Field> fields) {
        return new Form(action, fields, submit, false, "", List.of(), "");
    }

    /** A form that only asks. */
    public static Form asking(String action, String submit, List<Field> fields) {
        return new Form(action, fields, submit, false, "", List.of(), "", true);
    }

    public Form cancel(String href) {
        return new Form(action, fields, submit, danger, problem, difference, href, asks);
    }

    public Form takesAway() {
        return new Form(action, fields, submit, true, problem, difference, cancel, asks);
    }

    /** Whether it sends a file. */
    public boolean uploads() {
        return fields.stream().anyMatch(f -> f.kind() == Field.Kind.FILE);
    }

    /** The form as it was sent: what was typed stands in it again. Hidden fields are the page's own, so that with a fresh version sending anew wins. */
    public Form typed(FormInput input) {
        List<Field> filled = fields.stream()
                .map(f -> UNTYPED.contains(f.kind()) ? f : f.values(input.all(f.name())))
                .toList();
        return new Form(action, filled, submit, danger, problem, difference, cancel, asks);
    }

    /** The form as it was sent, with what is wrong beside the fields and, where no field is to blame, above them. */
    public Form refused(FormInput input, Problem refusal, Words words) {
        Map<String, String> errors = refusal.fields().stream()
                .collect(Collectors.toMap(
                        Problem.FieldError::field, e -> words.text(e.message()), (one, other) -> one + " " + other));
        List<Field> marked = typed(input).fields.stream()
                .map(f -> f.error(errors.getOrDefault(f.name(), "")))
                .toList();
        Set<String> named = fields.stream().map(Field::name).collect(Collectors.toSet());
        String elsewhere = errors.entrySet().stream()
                .filter(e -> !named.contains(e.getKey()))
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(" "));
        String whole = (words.text(refusal.message()) + " " + elsewhere).strip();
        return new Form(action, marked, submit, danger, whole, changes(refusal), cancel, asks);
    }

    private List<Change> changes(Problem refusal) {
        if (!(refusal.details().get("difference") instanceof List<?> found)) {
            return List.of();
        }
        Map<String, Field> byName = fields.stream()
                .filter(f -> !f.name().isEmpty())
                .collect(Collectors.toMap(Field::name, f -> f, (one, other) -> one));
        return found.stream()
                .filter(Versions.Difference.class::isInstance)
                .map(Versions.Difference.class::cast)
                .filter(d -> byName.containsKey(d.field()))
                .map(d -> new Change(
                        byName.get(d.field()).label(),
                        shown(byName.get(d.field()), d.yours()),
                        shown(byName.get(d.field()), d.theirs())))
                .toList();
    }

    private static String shown(Field field, com.fasterxml.jackson.databind.JsonNode value) {
        String plain = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        return field.options().stream()
                .filter(o -> o.value().equals(plain))
                .map(Field.Option::label)
                .findFirst()
                .orElse(plain);
    }
}
