package kz.jolkarta.registry.activities;

/** Where a second mark of presence comes from, independently of the roll. */
public enum MarkKind {
    /** The organiser's own list, recorded by somebody else than who marked the roll. */
    ORGANISER,
    /** A one-time code that was shown at the session. */
    CODE,
    /** The child's representative confirmed it. */
    REPRESENTATIVE
}
