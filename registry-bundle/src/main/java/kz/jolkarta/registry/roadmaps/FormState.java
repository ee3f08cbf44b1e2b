package kz.jolkarta.registry.roadmaps;

/** States of a version of the form; a published one is never changed. */
public enum FormState {
    DRAFT,
    PUBLISHED
}
