package kz.jolkarta.core.measure;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;

/**
 * A kind of entitlement: a voucher, a stipend, a grant, a title.
 *
 * @param audience whom it goes to
 * @param who which children may get it; for staff {@link Criterion#everyone()}
 * @param quota whether a quota caps it
 * @param limit how many one person may hold
 * @param rules what else it demands
 */
public record AwardType(
        String code, Audience audience, Criterion who, Quota quota, Limit limit, List<Field> fields, List<Rule> rules) {
    /** What a cap holds for; REGION_YEAR is one cap for each region, year and kind of award. */
    public enum Quota {
        NONE,
        REGION_YEAR,
        COUNTRY_YEAR
    }

    /** How many of this kind one person may hold; refused and returned ones do not count, ended ones not for ONE_AT_A_TIME. */
    public enum Limit {
        ANY,
        ONE_A_YEAR,
        ONE_AT_A_TIME,
        ONE_EVER
    }

    public AwardType {
        Codes.check(code);
        fields = List.copyOf(fields);
        rules = List.copyOf(rules);
    }

    public static AwardType of(String code, Criterion who, Quota quota, Limit limit, Field... fields) {
        return new AwardType(code, Audience.CHILDREN, who, quota, limit, List.of(fields), List.of());
    }

    public static AwardType toStaff(String code, Quota quota, Limit limit, Field... fields) {
        return new AwardType(code, Audience.STAFF, Criterion.everyone(), quota, limit, List.of(fields), List.of());
    }

    public AwardType when(Rule... rules) {
        return new AwardType(code, audience, who, quota, limit, fields, List.of(rules));
    }

    public <R extends Rule> Optional<R> rule(Class<R> kind) {
        return Rule.find(rules, kind);
    }
}
