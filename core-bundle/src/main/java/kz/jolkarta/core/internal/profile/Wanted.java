package kz.jolkarta.core.internal.profile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of numbers in the settings: {@code all}, {@code none} or {@code 1,3,7}.
 *
 * @param all whatever the node offers
 * @param only the numbers, when it is not all
 */
record Wanted(boolean all, Set<Integer> only) {
    private static final String ALL = "all";
    private static final String NONE = "none";

    Wanted {
        only = Set.copyOf(only);
    }

    /** @throws IllegalArgumentException naming what is no number */
    static Wanted of(String text) {
        String plain = text.strip();
        if (plain.equals(ALL)) {
            return new Wanted(true, Set.of());
        }
        if (plain.isEmpty() || plain.equals(NONE)) {
            return new Wanted(false, Set.of());
        }
        return new Wanted(false, Stream.of(plain.split(",")).map(Wanted::number).collect(Collectors.toSet()));
    }

    private static Integer number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("\"" + digits + "\" is no number");
        }
        return Integer.valueOf(digits);
    }

    boolean holds(int number) {
        return all || only.contains(number);
    }

    /** What is wanted and not offered. */
    List<Integer> unknown(Collection<Integer> offered) {
        return only.stream().filter(n -> !offered.contains(n)).sorted().toList();
    }

    Wanted with(int number) {
        Set<Integer> more = new TreeSet<>(only);
        more.add(number);
        return all ? this : new Wanted(false, more);
    }

    /** @param offered what "all" stood for so far */
    Wanted without(int number, Collection<Integer> offered) {
        Set<Integer> fewer = new TreeSet<>(all ? offered : only);
        fewer.remove(number);
        return new Wanted(false, fewer);
    }

    @Override
    public String toString() {
        if (all) {
            return ALL;
        }
        return only.isEmpty()
                ? NONE
                : only.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
