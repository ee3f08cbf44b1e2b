package kz.jolkarta.registry.duplicates;

/** What was decided of a pair. */
public enum PairState {
    OPEN,
    MERGED,
    /** Two children; never proposed again unless a person takes that back. */
    DIFFERENT
}
