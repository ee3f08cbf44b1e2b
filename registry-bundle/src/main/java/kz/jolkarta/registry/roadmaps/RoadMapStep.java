package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;

/**
 * A step of a road map. Members that are null are absent in JSON.
 *
 * @param measure code of the measure it makes use of
 * @param note the result, or why it was dropped
 */
public record RoadMapStep(
        long id,
        String title,
        String measure,
        String responsible,
        LocalDate dueOn,
        StepState state,
        LocalDate doneOn,
        String note) {}
