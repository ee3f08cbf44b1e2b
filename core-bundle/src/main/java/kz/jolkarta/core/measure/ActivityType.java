package kz.jolkarta.core.measure;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;

/**
 * A kind of event with participants.
 *
 * @param who which children may take part; for staff {@link Criterion#everyone()}
 * @param rules what else it demands
 */
public record ActivityType(String code, Audience audience, Criterion who, List<Field> fields, List<Rule> rules) {
    public ActivityType {
        Codes.check(code);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    public static ActivityType forChildren(String code, Criterion who, Field... fields) {
        return new ActivityType(code, Audience.CHILDREN, who, List.of(fields), List.of());
    }

    public static ActivityType forStaff(String code, Field... fields) {
        return new ActivityType(code, Audience.STAFF, Criterion.everyone(), List.of(fields), List.of());
    }

    public ActivityType when(Rule... rules) {
        return new ActivityType(code, audience, who, fields, List.of(rules));
    }

    public <R extends Rule> Optional<R> rule(Class<R> kind) {
        return Rule.find(rules, kind);
    }
}
