package kz.jolkarta.registry.attachments;

/** What a file of a record is. There is none for identity documents, whose copies are not kept (Law № 94-V). */
public enum ContentKind {
    /** The ground of a category or of a decision: a certificate of an office, a protocol. */
    GROUND,
    /** A certificate or diploma of an achievement. */
    DIPLOMA,
    /** A signed consent. */
    CONSENT,
    /** A signed road map. */
    ROAD_MAP,
    OTHER
}
