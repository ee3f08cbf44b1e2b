package kz.jolkarta.registry.departures;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A time away from school, or in the archive. Members that are null are absent in JSON.
 *
 * @param kind {@code left} or {@code archived}
 * @param ground code of a {@link Ground}; null in the archive
 * @param endedAt null while it lasts
 */
public record Departure(
        long id,
        String kind,
        String ground,
        LocalDate onDay,
        String reason,
        String whereTo,
        Instant madeAt,
        Instant endedAt) {}
