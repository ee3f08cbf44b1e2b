package kz.jolkarta.registry.entitlement;

/** How far a child has come with a measure that it is entitled to in the year. */
public enum EntitlementState {
    /** Attended an activity, holds an award, or is shown by an adopted material. */
    REACHED,
    /** Applied, waits or is accepted; is proposed for an award; is in a material that is not adopted yet. */
    ON_THE_WAY,
    /** No record of the measure in the year. */
    NOT_REACHED
}
