package kz.jolkarta.core.measure;

import java.util.List;

/**
 * A document, material or order to be brought about.
 *
 * @param showsChildren whether it may show children, each of whom then needs a valid consent to publicity
 */
public record DeliverableType(String code, boolean showsChildren, List<Field> fields) {
    public DeliverableType {
        Codes.check(code);
        fields = List.copyOf(fields);
    }

    public static DeliverableType of(String code, Field... fields) {
        return new DeliverableType(code, false, List.of(fields));
    }

    public static DeliverableType showingChildren(String code, Field... fields) {
        return new DeliverableType(code, true, List.of(fields));
    }
}
