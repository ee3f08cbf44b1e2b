package kz.jolkarta.core.pages;

/** What a colour says; it never says it alone. */
public enum Tone {
    /** Done, in order. */
    OK,
    /** In work, or with a remark. */
    RUN,
    /** Late, missing, refused. */
    LATE,
    /** Not started, not applicable. */
    NONE,
    /** Neither good nor bad. */
    PLAIN
}
