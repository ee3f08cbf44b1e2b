package kz.jolkarta.core.measure;

/** Who takes part in an activity, or gets an award. */
public enum Audience {
    CHILDREN,
    STAFF
}
