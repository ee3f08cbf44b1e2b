package kz.jolkarta.core.measure;

import java.util.List;
import kz.jolkarta.core.criteria.Criterion;

/**
 * A kind of event with participants.
 *
 * @param audience CHILDREN or STAFF
 * @param who which children may take part; for staff {@link Criterion#everyone()}
 */
public record ActivityType(String code, Audience audience, Criterion who, List<Field> fields) {
    /** Who takes part. */
    public enum Audience {
        CHILDREN,
        STAFF
    }

    public ActivityType {
        Codes.check(code);
        fields = List.copyOf(fields);
    }

    public static ActivityType forChildren(String code, Criterion who, Field... fields) {
        return new ActivityType(code, Audience.CHILDREN, who, List.of(fields));
    }

    public static ActivityType forStaff(String code, Field... fields) {
        return new ActivityType(code, Audience.STAFF, Criterion.everyone(), List.of(fields));
    }
}
