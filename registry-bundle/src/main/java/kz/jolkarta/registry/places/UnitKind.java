package kz.jolkarta.registry.places;

/** Kinds of territorial units (law on the administrative and territorial structure, № 2572-XII of 8.12.1993). */
public enum UnitKind {
    /** Oblast or city of republican significance. */
    REGION,
    DISTRICT,
    CITY_ADMINISTRATION,
    CITY_DISTRICT,
    /** Rural or settlement okrug. */
    OKRUG,
    CITY,
    /** кент, посёлок */
    SETTLEMENT,
    VILLAGE,
    /** Any other place where people live: a station, a winter camp … */
    LOCALITY;

    /** Whether people live in the unit itself, so that a child's residence may name it. */
    public boolean inhabited() {
        return this == CITY_DISTRICT || this == CITY || this == SETTLEMENT || this == VILLAGE || this == LOCALITY;
    }
}
