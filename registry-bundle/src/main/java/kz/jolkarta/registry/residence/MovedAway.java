package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.registry.places.Place;

/**
 * A child who lived in the caller's territories and lives elsewhere now, as it was known on its last day there: nothing newer. Members that are
 * null are absent in JSON; the records are left out of lists.
 *
 * @param territory the place left
 * @param school the one it went to then; likewise the grade
 * @param lastDay the last day there
 */
public record MovedAway(
        long id,
        String surname,
        String givenName,
        String patronymic,
        LocalDate birthDate,
        String sex,
        Place territory,
        String school,
        Integer grade,
        LocalDate lastDay,
        List<Record> categories,
        List<Record> talents,
        List<Record> achievements,
        List<Record> roadMaps,
        List<Record> activities,
        List<Record> awards) {
    /**
     * Something that was recorded.
     *
     * @param what a category or a field by its code, an event or an activity by its title, a road map by its school year, an award by its measure
     * @param to null while it lasted
     */
    public record Record(long id, String what, LocalDate from, LocalDate to) {}
}
