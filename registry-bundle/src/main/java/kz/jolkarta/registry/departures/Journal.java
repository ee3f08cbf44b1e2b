package kz.jolkarta.registry.departures;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.activities.SeatShift;
import kz.jolkarta.registry.awards.AwardShift;
import kz.jolkarta.registry.roadmaps.MapClosing.Closed;

/**
 * What a departure changed, so that it can be undone.
 *
 * @param state of the child before
 * @param leftOn of the child before, null for none
 */
record Journal(
        String state,
        LocalDate leftOn,
        List<SeatShift> seats,
        List<AwardShift> awards,
        List<AwardShift> monthly,
        List<Closed> maps) {
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
