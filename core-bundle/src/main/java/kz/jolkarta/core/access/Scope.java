package kz.jolkarta.core.access;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The territories a right reaches, as prefixes of KATO codes: "" the country, 2 digits a region, 4 a district, 9 a single unit.
 * Every query on a row that concerns a person takes one; the empty scope reaches nothing.
 */
public record Scope(List<String> prefixes) {
    public static final Scope COUNTRY = new Scope(List.of(""));
    public static final Scope NONE = new Scope(List.of());

    public Scope {
        for (String p : prefixes) {
            if (!p.matches("\\d{0,9}")) {
                throw new IllegalArgumentException("not a prefix of a KATO code: " + p);
            }
        }
        List<String> sorted = prefixes.stream().distinct().sorted().toList();
        prefixes = sorted.stream()
                .filter(p -> sorted.stream().noneMatch(q -> !q.equals(p) && p.startsWith(q)))
                .toList();
    }

    /**
     * The scope of one territorial unit and all below it.
     *
     * @param code the unit's KATO code of 9 digits, or "" for the country
     */
    public static Scope of(String code) {
        return new Scope(List.of(prefix(code)));
    }

    public static Scope of(Collection<String> codes) {
        return new Scope(codes.stream().map(Scope::prefix).toList());
    }

    /** The digits that all units below this one share: KATO groups its digits as 2, 2, 2 and 3. */
    public static String prefix(String code) {
        if (code.isEmpty()) {
            return "";
        }
        if (!code.matches("\\d{9}")) {
            throw new IllegalArgumentException("not a KATO code: " + code);
        }
        if (code.endsWith("0000000")) {
            return code.substring(0, 2);
        }
        if (code.endsWith("00000")) {
            return code.substring(0, 4);
        }
        return code;
    }

    public boolean covers(String code) {
        return prefixes.stream().anyMatch(code::startsWith);
    }

    public boolean isCountry() {
        return prefixes.contains("");
    }

    public boolean isEmpty() {
        return prefixes.isEmpty();
    }

    /** The part of this scope that lies in the other one. */
    public Scope within(Scope other) {
        Stream<String> mine =
                prefixes.stream().filter(p -> other.prefixes.stream().anyMatch(p::startsWith));
        Stream<String> theirs =
                other.prefixes.stream().filter(p -> prefixes.stream().anyMatch(p::startsWith));
        return new Scope(Stream.concat(mine, theirs).toList());
    }

    /** An SQL condition on a column of KATO codes that an index on it can serve; only digits get into it. */
    public String condition(String column) {
        if (isCountry()) {
            return "1 = 1";
        }
        if (isEmpty()) {
            return "1 = 0";
        }
        List<String> parts = prefixes.stream().map(p -> part(column, p)).toList();
        return parts.size() == 1 ? parts.get(0) : "(" + String.join(" or ", parts) + ")";
    }

    /** An SQL condition on a row of the table of children by its alias: whom of them the right reaches. */
    public String persons(String alias) {
        return condition(alias + ".territory");
    }

    /** Only digits are compared: what follows them in a collation differs from database to database. */
    private static String part(String column, String prefix) {
        if (prefix.length() == 9) {
            return column + " = '" + prefix + "'";
        }
        if (prefix.matches("9+")) {
            return column + " >= '" + prefix + "'";
        }
        String next = String.format(java.util.Locale.ROOT, "%0" + prefix.length() + "d", Integer.parseInt(prefix) + 1);
        return "(" + column + " >= '" + prefix + "' and " + column + " < '" + next + "')";
    }
}
