package kz.jolkarta.registry.departures;

/** Why a child leaves school. */
public enum Ground {
    FINISHED,
    /** To another school or place that is not known, or out of school. */
    LEFT,
    ABROAD,
    OTHER
}
