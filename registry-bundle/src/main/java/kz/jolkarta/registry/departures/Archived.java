package kz.jolkarta.registry.departures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import kz.jolkarta.registry.places.Place;

/**
 * A child in the archive, as in a list. Members that are null are absent in JSON.
 *
 * @param school its name
 * @param leftOn null for a record that was archived without the child having left
 * @param sortKey by which the list is in order
 * @param reason of archiving; null when none was noted, likewise the moment
 */
public record Archived(
        long id,
        String surname,
        String givenName,
        String patronymic,
        LocalDate birthDate,
        Place territory,
        String school,
        Integer grade,
        LocalDate leftOn,
        String reason,
        Instant archivedAt,
        @JsonIgnore String sortKey,
        int version) {}
