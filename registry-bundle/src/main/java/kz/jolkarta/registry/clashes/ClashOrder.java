package kz.jolkarta.registry.clashes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.clashes.ClashStore.Kept;

/** What the list of clashes is sorted by; those of one value stand kind after kind, each by its keys. */
enum ClashOrder {
    KIND("kind", false),
    NAME("name", false),
    NAME_DOWN("-name", true),
    DAY("day", false),
    DAY_DOWN("-day", true);

    private final String code;
    private final boolean down;

    ClashOrder(String code, boolean down) {
        this.code = code;
        this.down = down;
    }

    /** @param sort null or blank for the usual one; @throws Problem INVALID at {@code sort} */
    static ClashOrder of(String sort) {
        String asked = sort == null || sort.isBlank() ? KIND.code : sort.strip();
        return Arrays.stream(values())
                .filter(o -> o.code.equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                        "sort",
                        "record.choice",
                        Arrays.stream(values()).map(o -> o.code).collect(Collectors.joining(", "))));
    }

    boolean down() {
        return down;
    }

    boolean byDay() {
        return this == DAY || this == DAY_DOWN;
    }

    /** The column that comes before the keys, "" for none. */
    String column(ClashKind kind) {
        return this == KIND ? "" : byDay() ? ClashSql.day(kind) : "c.sort_key";
    }

    String value(Kept kept) {
        return this == KIND ? "" : byDay() ? kept.clash().from().toString() : kept.sortKey();
    }

    Comparator<Kept> comparator() {
        Comparator<Kept> byValue = Comparator.comparing(this::value);
        return (down ? byValue.reversed() : byValue)
                .thenComparing(Kept::kind)
                .thenComparing(Kept::keys, ClashOrder::byNumbers);
    }

    private static int byNumbers(java.util.List<Long> one, java.util.List<Long> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int found = one.get(i).compareTo(other.get(i));
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }
}
