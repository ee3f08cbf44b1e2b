package kz.jolkarta.core.measure;

/** For whom a measure is carried out; elsewhere its cell in the report is "not applicable", never 0. */
public enum Reach {
    EVERY_REGION,
    /** Regions with a centre of their own. */
    WITH_CENTRE,
    /** The ministry's own work: a region's cell says so. */
    MINISTRY
}
