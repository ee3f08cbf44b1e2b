package kz.jolkarta.core.registry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A dated category of a child's family with its ground document. The socially vulnerable ones are the code list of the
 * all-education fund; № 997 itself defines none. Rural is not among them: it follows from the residence.
 */
public enum Category {
    /** Four or more minor children living together. */
    LARGE_FAMILY,
    /** Targeted social assistance (АӘК/АСП). */
    ASP,
    /** Income below the subsistence level, without assistance. */
    BELOW_SUBSISTENCE,
    /** Orphan or without parental care. */
    ORPHAN,
    /** Family in need of urgent help after an emergency. */
    EMERGENCY,
    /** By decision of the collegial body of the school. */
    COLLEGIAL;

    public static final Set<Category> SOCIALLY_VULNERABLE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(LARGE_FAMILY)));
}
