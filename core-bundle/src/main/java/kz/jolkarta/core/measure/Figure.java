package kz.jolkarta.core.measure;

/** How a number comes from selections of rows; always computed from the rows, never stored. */
public sealed interface Figure {
    record Count(Selection of) implements Figure {}

    record Sum(Selection of, Amount amount) implements Figure {}

    record Share(Selection part, Selection whole) implements Figure {}

    /** Count of the year less count of the year before. */
    record Change(Selection of) implements Figure {}

    /** What is summed: CAP of quotas, COST of awards and deliverables and PAID of payments in tiyn, REACH of deliverables in persons, HOURS of activities. */
    enum Amount {
        CAP,
        COST,
        PAID,
        REACH,
        HOURS
    }
}
