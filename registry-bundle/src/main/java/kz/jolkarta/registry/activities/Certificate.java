package kz.jolkarta.registry.activities;

import java.time.LocalDate;

/**
 * A certificate of a member of staff who attended. Members that are null are absent in JSON.
 *
 * @param territory KATO code of what the activity was kept for
 * @param name given only with the right to see staff
 */
public record Certificate(
        String number,
        String measure,
        String type,
        long activityId,
        String title,
        String territory,
        LocalDate starts,
        LocalDate ends,
        Integer hours,
        long participationId,
        long staffId,
        String name) {}
