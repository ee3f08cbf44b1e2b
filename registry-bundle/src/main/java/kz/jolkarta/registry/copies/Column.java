package kz.jolkarta.registry.copies;

import java.util.Arrays;
import java.util.List;

/**
 * A column of a part of the copy.
 *
 * @param name its label in the statement
 * @param words for a code: the topic of the texts that say it, {@code @} for one of the copy's own; "" where there are none
 */
record Column(String name, Kind kind, String words) {
    /** What the column holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        INSTANT,
        FLAG,
        /** Tiyn, given in tenge. */
        MONEY,
        /** A constant, given with hyphens. */
        CODE,
        /** JSON of the values of a form's fields, whose names stand in the column {@code form}. */
        CONTENT,
        /** JSON as it is kept. */
        JSON
    }

    /** As a member of the JSON: {@code birthDate}. */
    String member() {
        StringBuilder member = new StringBuilder();
        for (String part : name.split("_")) {
            member.append(member.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return member.toString();
    }

    /** The key of its name. */
    String label() {
        return "copy.column." + name.replace('_', '-');
    }

    /** Columns written e.g. {@code "name birth_date:date sex:code=child.word.sex"}; a text when nothing is said. */
    static List<Column> of(String line) {
        return Arrays.stream(line.split(" ")).map(Column::one).toList();
    }

    private static Column one(String text) {
        String[] parts = text.split("[:=]");
        Kind kind = parts.length < 2 ? Kind.TEXT : Kind.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
        return new Column(parts[0], kind, parts.length < 3 ? "" : parts[2]);
    }
}
