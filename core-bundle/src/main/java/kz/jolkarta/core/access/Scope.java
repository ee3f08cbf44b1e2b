package kz.jolkarta.core.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a right reaches: territories, as prefixes of KATO codes ("" the country, 2 digits a region, 4 a district, 9 a single unit), and
 * beside them the pupils of single schools. Every query on a row that concerns a person takes one; the empty scope reaches nothing.
 */
public record Scope(List<String> prefixes, List<Pupils> pupils) {
    public static final Scope COUNTRY = new Scope(List.of(""));
    public static final Scope NONE = new Scope(List.of());

    /**
     * The children who go to one school now.
     *
     * @param school id of the organisation
     * @param prefix of the KATO code of the place where they live; "" wherever that is
     */
    public record Pupils(long school, String prefix) {
        public Pupils {
            checked(prefix);
            if (school < 1) {
                throw new IllegalArgumentException("not a school: " + school);
            }
        }

        private boolean isPartOf(Pupils other) {
            return school == other.school && prefix.startsWith(other.prefix);
        }
    }

    public Scope {
        prefixes.forEach(Scope::checked);
        List<String> sorted = prefixes.stream().distinct().sorted().toList();
        List<String> whole = sorted.stream()
                .filter(p -> sorted.stream().noneMatch(q -> !q.equals(p) && p.startsWith(q)))
                .toList();
        List<Pupils> all = pupils.stream().distinct().toList();
        prefixes = whole;
        pupils = all.stream()
                .filter(p -> whole.stream().noneMatch(p.prefix()::startsWith))
                .filter(p -> all.stream().noneMatch(q -> !q.equals(p) && p.isPartOf(q)))
                .sorted(Comparator.comparingLong(Pupils::school).thenComparing(Pupils::prefix))
                .toList();
    }

    public Scope(List<String> prefixes) {
        this(prefixes, List.of());
    }

    private static void checked(String prefix) {
        if (!prefix.matches("\\d{0,9}")) {
            throw new IllegalArgumentException("not a prefix of a KATO code: " + prefix);
        }
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

    /** The pupils of schools, wherever they live, and no territory at all. */
    public static Scope ofSchools(Collection<Long> schools) {
        return new Scope(List.of(), schools.stream().map(s -> new Pupils(s, "")).toList());
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

    /** Whether the whole of a territorial unit is reached; pupils of single schools do not make it so. */
    public boolean covers(String code) {
        return prefixes.stream().anyMatch(code::startsWith);
    }

    /**
     * Whether a child is reached.
     *
     * @param code KATO code of where the child lives
     * @param school the child's present one; 0 for none
     */
    public boolean covers(String code, long school) {
        return covers(code) || pupils.stream().anyMatch(p -> p.school() == school && code.startsWith(p.prefix()));
    }

    public boolean isCountry() {
        return prefixes.contains("");
    }

    public boolean isEmpty() {
        return prefixes.isEmpty() && pupils.isEmpty();
    }

    /** What either of the scopes reaches. */
    public Scope plus(Scope other) {
        return new Scope(
                Stream.concat(prefixes.stream(), other.prefixes.stream()).toList(),
                Stream.concat(pupils.stream(), other.pupils.stream()).toList());
    }

    /** The part of this scope that lies in the other one. */
    public Scope within(Scope other) {
        List<String> common = new ArrayList<>();
        List<Pupils> pupilsOfBoth = new ArrayList<>();
        for (String mine : prefixes) {
            other.prefixes.forEach(theirs -> longer(mine, theirs).forEach(common::add));
            other.pupils.forEach(p ->
                    longer(mine, p.prefix()).forEach(c -> pupilsOfBoth.add(new Pupils(p.school(), c))));
        }
        for (Pupils mine : pupils) {
            other.prefixes.forEach(theirs ->
                    longer(mine.prefix(), theirs).forEach(c -> pupilsOfBoth.add(new Pupils(mine.school(), c))));
            other.pupils.stream()
                    .filter(p -> p.school() == mine.school())
                    .forEach(p -> longer(mine.prefix(), p.prefix())
                            .forEach(c -> pupilsOfBoth.add(new Pupils(mine.school(), c))));
        }
        return new Scope(common, pupilsOfBoth);
    }

    /** The smaller of two units of which one lies in the other; nothing when they are apart. */
    private static Stream<String> longer(String one, String other) {
        return one.startsWith(other) ? Stream.of(one) : other.startsWith(one) ? Stream.of(other) : Stream.empty();
    }

    /**
     * An SQL condition on a column of KATO codes that an index on it can serve; only digits get into it. It speaks of territories: pupils
     * of single schools are reached by {@link #persons(String)} only.
     */
    public String condition(String column) {
        if (isCountry()) {
            return "1 = 1";
        }
        return any(prefixes.stream().map(p -> part(column, p)).toList());
    }

    /** An SQL condition on a row of the table of children by its alias: whom of them the right reaches. */
    public String persons(String alias) {
        if (isCountry() || pupils.isEmpty()) {
            return condition(alias + ".territory");
        }
        Map<String, List<String>> schools = new TreeMap<>();
        pupils.forEach(
                p -> schools.computeIfAbsent(p.prefix(), x -> new ArrayList<>()).add(Long.toString(p.school())));
        List<String> parts = new ArrayList<>(
                prefixes.stream().map(p -> part(alias + ".territory", p)).toList());
        schools.forEach((prefix, ids) -> {
            String theirs = alias + ".school_id in (" + String.join(", ", ids) + ")";
            parts.add(prefix.isEmpty() ? theirs : "(" + theirs + " and " + part(alias + ".territory", prefix) + ")");
        });
        return any(parts);
    }

    private static String any(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> "1 = 0";
            case 1 -> parts.get(0);
            default -> parts.stream().collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    /** Only digits are compared: what follows them in a collation differs from database to database. */
    private static String part(String column, String prefix) {
        if (prefix.length() == 9) {
            return column + " = '" + prefix + "'";
        }
        if (prefix.matches("9+")) {
            return column + " >= '" + prefix + "'";
        }
        String next = String.format(Locale.ROOT, "%0" + prefix.length() + "d", Integer.parseInt(prefix) + 1);
        return "(" + column + " >= '" + prefix + "' and " + column + " < '" + next + "')";
    }
}
