package kz.jolkarta.registry.entitlement;

/** What nobody hears of. */
public enum AlarmKind {
    /** A gifted child, or one with an approved road map, of whom nothing was recorded for so many days. */
    SILENT,
    /** An approved road map that has no steps. */
    MAP_WITHOUT_STEPS,
    /** A school where nobody is identified as gifted while other schools of its district have such children. */
    SCHOOL,
    /** The same of a district, with its cabinets, among those of its region. */
    DISTRICT;

    boolean ofChildren() {
        return this == SILENT || this == MAP_WITHOUT_STEPS;
    }
}
