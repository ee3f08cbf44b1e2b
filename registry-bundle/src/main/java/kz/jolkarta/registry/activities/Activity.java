package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.Map;

/**
 * An activity of a measure. Members that are null are absent in JSON.
 *
 * @param territory KATO code
 * @param leaderId the member of staff who leads it
 * @param leader the leader's name, given only with the right to see staff
 * @param seatsTaken accepted participants
 * @param reason why it was cancelled
 */
public record Activity(
        long id,
        String measure,
        String type,
        String title,
        String territory,
        Long organisationId,
        Long leaderId,
        String leader,
        String place,
        LocalDate starts,
        LocalDate ends,
        Integer hours,
        Integer seats,
        int seatsTaken,
        ActivityState state,
        String reason,
        Map<String, Object> fields,
        int version) {

    ActivityInput input() {
        return new ActivityInput(
                type, title, territory, organisationId, leaderId, place, starts, ends, hours, seats, fields);
    }
}
