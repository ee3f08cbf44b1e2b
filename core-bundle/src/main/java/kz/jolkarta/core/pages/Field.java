package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;

/**
 * A field of a form.
 *
 * @param name the input's JSON name; a dot leads into an inner object, {@code [0]} into a list
 * @param values what stands in it; of a list of checkboxes those that are ticked
 * @param options for CHOICE, RADIO and CHECKS
 * @param help a sentence below the field, "" for none
 * @param error what is wrong with it, "" for nothing
 */
public record Field(
        String name,
        String label,
        Kind kind,
        List<String> values,
        List<Option> options,
        boolean required,
        String help,
        String error) {

    /** @param value what is sent; @param label what is read */
    public record Option(String value, String label) {}

    /** NUMBER takes whole and decimal numbers, with a comma or a point; MONEY the same with two decimals; LINES a text of several lines. */
    public enum Kind {
        TEXT,
        LINES,
        DATE,
        TIME,
        NUMBER,
        MONEY,
        CHOICE,
        RADIO,
        CHECKS,
        FLAG,
        FILE,
        PASSWORD,
        HIDDEN,
        /** Shown, not sent. */
        SHOWN,
        /** A heading of the fields that follow. */
        HEADING
    }

    public Field {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    private static Field of(String name, String label, Kind kind) {
        return new Field(name, label, kind, List.of(), List.of(), false, "", "");
    }

    public static Field text(String name, String label) {
        return of(name, label, Kind.TEXT);
    }

    public static Field lines(String name, String label) {
        return of(name, label, Kind.LINES);
    }

    public static Field date(String name, String label) {
        return of(name, label, Kind.DATE);
    }

    public static Field time(String name, String label) {
        return of(name, label, Kind.TIME);
    }

    public static Field number(String name, String label) {
        return of(name, label, Kind.NUMBER);
    }

    public static Field money(String name, String label) {
        return of(name, label, Kind.MONEY);
    }

    /** One of a list; while it is not required the first option is an empty one. */
    public static Field choice(String name, String label, List<Option> options) {
        return new Field(name, label, Kind.CHOICE, List.of(), options, false, "", "");
    }

    /** One of a few, all in sight. */
    public static Field radio(String name, String label, List<Option> options) {
        return new Field(name, label, Kind.RADIO, List.of(), options, false, "", "");
    }

    /** Several of a list. */
    public static Field checks(String name, String label, List<Option> options) {
        return new Field(name, label, Kind.CHECKS, List.of(), options, false, "", "");
    }

    /** Sends {@code true} or {@code false}. */
    public static Field flag(String name, String label) {
        return of(name, label, Kind.FLAG);
    }

    public static Field file(String name, String label) {
        return of(name, label, Kind.FILE);
    }

    public static Field password(String name, String label) {
        return of(name, label, Kind.PASSWORD);
    }

    public static Field hidden(String name, Object value) {
        return of(name, "", Kind.HIDDEN).value(value);
    }

    public static Field shown(String label, String value) {
        return of("", label, Kind.SHOWN).value(value);
    }

    public static Field heading(String label) {
        return of("", label, Kind.HEADING);
    }

    /** What stands in it; null and an empty Optional for nothing. */
    public Field value(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        List<String> one = plain == null
                ? List.of()
                : List.of(plain instanceof Enum<?> e ? kz.jolkarta.core.http.Json.name(e) : String.valueOf(plain));
        return values(one);
    }

    public Field values(List<String> all) {
        return new Field(name, label, kind, all, options, required, help, error);
    }

    public Field require() {
        return new Field(name, label, kind, values, options, true, help, error);
    }

    public Field help(String sentence) {
        return new Field(name, label, kind, values, options, required, sentence, error);
    }

    public Field error(String sentence) {
        return new Field(name, label, kind, values, options, required, help, sentence);
    }

    public String first() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether the option is chosen. */
    public boolean holds(String option) {
        return values.contains(option);
    }
}
