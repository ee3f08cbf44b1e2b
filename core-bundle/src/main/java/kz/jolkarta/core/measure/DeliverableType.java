package kz.jolkarta.core.measure;

import java.util.List;
import java.util.Optional;

/**
 * A document, material or order to be brought about.
 *
 * @param showsChildren whether it may show children, each of whom then needs a valid consent to publicity
 * @param steps codes of the steps it goes through, each with its day, the last of them adopting it; empty for draft, review, adopted alone
 * @param rules what else it demands
 */
public record DeliverableType(
        String code, boolean showsChildren, List<Field> fields, List<String> steps, List<Rule> rules) {
    public DeliverableType {
        Codes.check(code);
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
        steps.forEach(Codes::check);
        rules = List.copyOf(rules);
    }

    public static DeliverableType of(String code, Field... fields) {
        return new DeliverableType(code, false, List.of(fields), List.of(), List.of());
    }

    public static DeliverableType showingChildren(String code, Field... fields) {
        return new DeliverableType(code, true, List.of(fields), List.of(), List.of());
    }

    public DeliverableType through(String... steps) {
        return new DeliverableType(code, showsChildren, fields, List.of(steps), rules);
    }

    public DeliverableType when(Rule... rules) {
        return new DeliverableType(code, showsChildren, fields, steps, List.of(rules));
    }

    public <R extends Rule> Optional<R> rule(Class<R> kind) {
        return Rule.find(rules, kind);
    }
}
