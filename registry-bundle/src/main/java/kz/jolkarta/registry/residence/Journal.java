package kz.jolkarta.registry.residence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.awards.QueueShift;

/**
 * What a move changed, so that it can be undone.
 *
 * @param since the first day at the place left; null when it had never changed
 * @param residenceId the row of the past; null when the child was there for less than a day
 * @param versionAfter the child's version after the move
 */
public record Journal(Stay left, LocalDate since, Long residenceId, List<QueueShift> queues, int versionAfter) {
    String json() {
        try {
            return Json.mapper().writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Journal of(String json) {
        try {
            return Json.mapper().readValue(json, Journal.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
