package kz.jolkarta.registry.entitlement;

/**
 * How many children of a measure. Of those entitled each is reached, on the way, or neither.
 *
 * @param others reached without meeting the criterion on the day, e.g. since their category ended meanwhile
 * @param hidden whether some members are left out, because fewer than five children could be told from them
 */
public record Counts(Long entitled, Long reached, Long onTheWay, Long notReached, Long others, boolean hidden) {
    /** Fewer children than this are shown only to who may see the children themselves. */
    private static final int FEWEST = 5;

    static Counts of(long entitled, long reached, long onTheWay, long others) {
        return new Counts(entitled, reached, onTheWay, entitled - reached - onTheWay, others, false);
    }

    /** One of {@link EntitlementFigures#COUNTS}; null where it is withheld. */
    Long of(String code) {
        return switch (code) {
            case "entitled" -> entitled;
            case "reached" -> reached;
            case "on-the-way" -> onTheWay;
            case "not-reached" -> notReached;
            default -> throw new IllegalArgumentException(code);
        };
    }

    /** Whether a member of it is so small that single children could be told. */
    boolean few() {
        return few(entitled) || few(reached) || few(onTheWay) || few(notReached) || few(others);
    }

    private static boolean few(Long count) {
        return count != null && count > 0 && count < FEWEST;
    }

    /** Without what could be had by subtraction: the parts go together, and the whole with them when it is small itself. */
    Counts withheld() {
        return new Counts(few(entitled) ? null : entitled, null, null, null, null, true);
    }

    /** Nothing at all. */
    Counts withheldWhole() {
        return new Counts(null, null, null, null, null, true);
    }
}
