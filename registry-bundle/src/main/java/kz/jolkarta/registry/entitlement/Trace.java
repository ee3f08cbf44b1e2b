package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;

/**
 * A record of a measure in a year that a child has.
 *
 * @param record activity, award or deliverable
 * @param id of that record
 * @param title what may be null is left out
 * @param on its day; null for what has only a year
 * @param reached whether the child is reached by it, or only on the way
 */
public record Trace(
        String measure,
        String record,
        long id,
        String type,
        String title,
        LocalDate on,
        String state,
        boolean reached) {}
