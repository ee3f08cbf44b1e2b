package kz.jolkarta.core.measure;

import java.util.List;

/**
 * An extra field of a record: stored, shown and checked, never summed.
 *
 * @param choices the allowed codes of a CHOICE, otherwise empty
 */
public record Field(String code, Kind kind, boolean required, List<String> choices) {
    /** TEXT up to 500 characters, NUMBER whole, DATE ISO 8601, LINK an http(s) address, CHOICE one of the codes. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        LINK,
        CHOICE
    }

    public Field {
        Codes.check(code);
        choices = List.copyOf(choices);
        choices.forEach(Codes::check);
        if ((kind == Kind.CHOICE) == choices.isEmpty()) {
            throw new IllegalArgumentException("choices belong to a CHOICE: " + code);
        }
    }

    public static Field text(String code) {
        return new Field(code, Kind.TEXT, false, List.of());
    }

    public static Field number(String code) {
        return new Field(code, Kind.NUMBER, false, List.of());
    }

    public static Field date(String code) {
        return new Field(code, Kind.DATE, false, List.of());
    }

    public static Field link(String code) {
        return new Field(code, Kind.LINK, false, List.of());
    }

    public static Field choice(String code, String... choices) {
        return new Field(code, Kind.CHOICE, false, List.of(choices));
    }

    public Field mandatory() {
        return new Field(code, kind, true, choices);
    }
}
