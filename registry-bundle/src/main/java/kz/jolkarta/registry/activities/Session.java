package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.List;

/**
 * A session with its roll. Members that are null are absent in JSON.
 *
 * @param present ids of participations, those the caller may see
 */
public record Session(long id, LocalDate heldOn, String topic, List<Long> present, List<Long> absent) {
    public Session {
        present = List.copyOf(present);
        absent = List.copyOf(absent);
    }
}
