package kz.jolkarta.registry.children;

/** Where a child stands in the registry. */
public enum ChildState {
    ACTIVE,
    /** Finished or left the school. */
    LEFT,
    /** Kept for the records only. */
    ARCHIVED,
    /** Found to be of the same child as another record, which is kept. */
    MERGED
}
