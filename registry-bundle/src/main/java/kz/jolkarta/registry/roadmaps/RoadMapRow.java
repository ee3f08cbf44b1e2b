package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A road map in a list. Members that are null are absent in JSON.
 *
 * @param overdue a draft past its term, or an approved one with a step past its term
 */
public record RoadMapRow(
        long id,
        long childId,
        String name,
        String territory,
        int schoolYear,
        RoadMapState state,
        LocalDate dueOn,
        LocalDate drawnUpOn,
        LocalDate agreedOn,
        LocalDate approvedOn,
        LocalDate closedOn,
        int formNumber,
        @JsonUnwrapped Progress progress,
        boolean overdue,
        int version) {}
