package kz.jolkarta.registry.destruction;

/** Why data may be destroyed; each is checked of every child of an act. */
public enum Ground {
    /** The term of keeping after the end of schooling is over. */
    TERM,
    /** The consent to processing was withdrawn and none is in force. */
    WITHDRAWN
}
