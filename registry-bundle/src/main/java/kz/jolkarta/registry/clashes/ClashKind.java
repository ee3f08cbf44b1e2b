package kz.jolkarta.registry.clashes;

/** In which way a child is said to have been in two places at once; in the order of the list. */
public enum ClashKind {
    /** Accepted in two activities of up to a month whose days overlap, at different places. */
    TWO_ACTIVITIES,
    /** Marked present in two sessions of one day in different districts. */
    TWO_SESSIONS,
    /** Marked present after the day on which the child left school. */
    AFTER_LEAVING,
    /** Marked present elsewhere on a day of a voucher to a camp or sanatorium. */
    IN_CAMP
}
