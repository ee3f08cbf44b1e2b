package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An individual road map with the form it was drawn up with. Members that are null are absent in JSON.
 *
 * @param name of the child
 * @param territory KATO code of the child's residence
 * @param schoolYear the year the school year begins in
 * @param dueOn when it is to be approved at the latest
 * @param closedOn the last day it held
 * @param overdue a draft past its term, or an approved one with a step past its term
 * @param sections of the form
 * @param content values by the codes of the form's fields
 */
public record RoadMap(
        long id,
        long childId,
        String name,
        String territory,
        int schoolYear,
        RoadMapState state,
        LocalDate dueOn,
        LocalDate drawnUpOn,
        LocalDate approvedOn,
        Long approvedBy,
        LocalDate closedOn,
        String reason,
        boolean overdue,
        long formId,
        int formNumber,
        List<FormSection> sections,
        Map<String, Object> content,
        List<RoadMapStep> steps,
        int version) {
    public RoadMap {
        sections = List.copyOf(sections);
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        steps = List.copyOf(steps);
    }

    RoadMapInput input() {
        return new RoadMapInput(schoolYear, dueOn, content);
    }

    FormContent form() {
        return new FormContent(sections);
    }
}
