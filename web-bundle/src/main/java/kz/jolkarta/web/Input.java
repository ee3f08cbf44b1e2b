package kz.jolkarta.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.jolkarta.core.pages.Field;

/**
 * A field with its place in the page.
 *
 * @param told whether it is said of the field that it is required: not where all are
 */
public record Input(Field field, String id, boolean told) {
    public boolean wrong() {
        return !field.error().isEmpty();
    }

    public String hintId() {
        return id + "h";
    }

    public String errorId() {
        return id + "e";
    }

    /** Where to jump to: the field, or the first of its options. */
    public String first() {
        boolean several = field.kind() == Field.Kind.RADIO || field.kind() == Field.Kind.CHECKS;
        return several && !field.options().isEmpty() ? option(0) : id;
    }

    public String option(int index) {
        return id + "o" + index;
    }

    /** Whether there is something to jump to. */
    public boolean jumps() {
        return switch (field.kind()) {
            case HIDDEN, SHOWN, HEADING -> false;
            default -> true;
        };
    }

    /** What stands in it; secrets and files are given anew. */
    public String shown() {
        boolean anew = field.kind() == Field.Kind.PASSWORD || field.kind() == Field.Kind.FILE;
        return anew ? null : field.first();
    }

    /** Ids of what explains the field; null leaves the attribute out. */
    public String describedBy() {
        List<String> ids = new ArrayList<>();
        if (wrong()) {
            ids.add(errorId());
        }
        if (!field.help().isEmpty()) {
            ids.add(hintId());
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    public String invalid() {
        return wrong() ? "true" : null;
    }

    public String required() {
        return field.required() ? "true" : null;
    }

    /** What a browser may fill in: only what it takes to sign in, since offices share computers. */
    public String autocomplete() {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (field.kind() == Field.Kind.PASSWORD) {
            return name.contains("new") || name.contains("repeat") || name.contains("again")
                    ? "new-password"
                    : "current-password";
        }
        return switch (name) {
            case "login" -> "username";
            case "code" -> "one-time-code";
            default -> "off";
        };
    }

    /** Class of the label. */
    public String mark() {
        return told && field.required() ? "required" : "";
    }

    public String inputMode() {
        return switch (field.kind()) {
            case NUMBER, MONEY -> "decimal";
            default -> null;
        };
    }

    public String type() {
        return switch (field.kind()) {
            case DATE -> "date";
            case TIME -> "time";
            case FILE -> "file";
            case PASSWORD -> "password";
            default -> "text";
        };
    }
}
