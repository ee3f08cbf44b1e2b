package kz.jolkarta.core.measure;

import java.util.List;
import kz.jolkarta.core.criteria.Criterion;

/**
 * A kind of entitlement: a voucher, a stipend, a grant, a title.
 *
 * @param who which children may get it
 * @param quota whether a quota caps it
 * @param limit how many one child may hold
 */
public record AwardType(String code, Criterion who, Quota quota, Limit limit, List<Field> fields) {
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
    }

    public static AwardType of(String code, Criterion who, Quota quota, Limit limit, Field... fields) {
        return new AwardType(code, who, quota, limit, List.of(fields));
    }
}
