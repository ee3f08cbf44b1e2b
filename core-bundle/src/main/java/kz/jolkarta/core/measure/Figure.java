package kz.jolkarta.core.measure;

/** How a number comes from selections of rows; always computed from the rows, never stored. */
public sealed interface Figure {
    record Count(Selection of) implements Figure {}

    record Sum(Selection of, Amount amount) implements Figure {}

    record Share(Selection part, Selection whole) implements Figure {}

    /** Count of the year less count of the year before. */
    record Change(Selection of) implements Figure {}

    /** Median, rounded half up, or largest of the numbers that the selection gives for each of its groups: {@link Selection.Caseload}. */
    record Spread(Of which, Selection of) implements Figure {
        public enum Of {
            MEDIAN,
            LARGEST
        }
    }

    /**
     * What is summed: CAP of quotas, COST of awards and deliverables and PAID of payments in tiyn, REACH of deliverables in persons, HOURS and SEATS of
     * activities, CAPACITY of organisations in places.
     */
    enum Amount {
        CAP,
        COST,
        PAID,
        REACH,
        HOURS,
        SEATS,
        CAPACITY
    }
}
