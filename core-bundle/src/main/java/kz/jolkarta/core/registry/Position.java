package kz.jolkarta.core.registry;

/** What a member of staff does at the organisation. */
public enum Position {
    TEACHER,
    PSYCHOLOGIST,
    METHODIST,
    COORDINATOR,
    DIRECTOR,
    OTHER
}
