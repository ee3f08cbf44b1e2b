package kz.jolkarta.registry.norms;

/**
 * How a child stands in one group. The percentile rank is the share of the group below the child and half of those level with it, in whole per cent.
 *
 * @param of children in the group, the child among them
 * @param rank 1 for the best; null when the group is too small to compare
 * @param percentile 0 to 100; null when the group is too small to compare
 */
public record Standing(Group group, int of, Integer rank, Integer percentile) {
    /** With fewer a comparison says nothing, and would tell of persons. */
    static final int FEWEST = 5;

    /** Whom a child is compared with: those of the own school, district, kind of place (rural or urban), and of the country. */
    public enum Group {
        SCHOOL,
        DISTRICT,
        KIND,
        COUNTRY
    }

    static Standing of(Group group, int all, int ahead, int level) {
        if (all < FEWEST) {
            return new Standing(group, all, null, null);
        }
        int below = all - ahead - level;
        return new Standing(group, all, ahead + 1, (200 * below + 100 * level) / (2 * all));
    }
}
