package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which of the archived children a list holds; an empty member means all.
 *
 * @param name the beginning of the name, in any spelling
 * @param territory KATO code of the settlement, or of a unit above it
 * @param school its id
 * @param from the earliest day of leaving
 * @param until the latest day of leaving
 * @param byDay by the day of leaving, the latest first, and not by the name; those without such a day are left out then
 */
record ArchivedFilter(
        Optional<String> name,
        Optional<String> territory,
        Optional<Long> school,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        boolean byDay) {}
