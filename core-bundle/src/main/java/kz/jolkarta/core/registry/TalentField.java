package kz.jolkarta.core.registry;

/** Fields of talent; the subject or kind (mathematics, chess, dombra) is named beside the field. */
public enum TalentField {
    INTELLECTUAL,
    /** A school subject. */
    ACADEMIC,
    CREATIVE,
    /** Music, visual arts, stage. */
    ARTS,
    SPORT,
    LEADERSHIP,
    TECHNICAL,
    MILITARY_PATRIOTIC
}
