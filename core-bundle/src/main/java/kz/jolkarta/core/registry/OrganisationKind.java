package kz.jolkarta.core.registry;

/** What an organisation is to gifted children. */
public enum OrganisationKind {
    SCHOOL,
    /** Centre of additional education or for gifted children. */
    CENTRE,
    /** Methodical cabinet, where coordinators sit. */
    CABINET,
    TECHNOPARK,
    CAMP,
    SANATORIUM,
    UNIVERSITY,
    OTHER
}
