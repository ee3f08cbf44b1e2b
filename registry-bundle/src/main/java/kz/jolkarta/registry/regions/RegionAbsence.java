package kz.jolkarta.registry.regions;

import java.time.LocalDate;

/**
 * A span in which a region does not carry out a measure. Members that are null are absent in JSON.
 *
 * @param region KATO code
 * @param to the last day
 */
public record RegionAbsence(
        long id, String region, String measure, LocalDate from, LocalDate to, String reason, int version) {}
