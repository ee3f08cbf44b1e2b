package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Tables;

/**
 * An individual road map with the form it was drawn up with. Members that are null are absent in JSON.
 *
 * @param name of the child
 * @param territory KATO code of the child's residence
 * @param schoolId organisation the child goes to
 * @param schoolYear the year the school year begins in
 * @param dueOn when it is to be approved at the latest
 * @param agreedOn the day the representative agreed to what the map says
 * @param agreedWith the representative's name as it is signed
 * @param closedOn the last day it held
 * @param conclusion of the year
 * @param createdBy account that drew it up
 * @param contentBy account that changed content, goals or steps last
 * @param overdue a draft past its term, or an approved one with a step past its term
 * @param sections of the form
 * @param withheld codes of sections of which the reader may not see everything
 * @param content values by the codes of the form's fields
 */
public record RoadMap(
        long id,
        long childId,
        String name,
        String territory,
        Long schoolId,
        int schoolYear,
        RoadMapState state,
        LocalDate dueOn,
        LocalDate drawnUpOn,
        LocalDate agreedOn,
        String agreedWith,
        LocalDate approvedOn,
        Long approvedBy,
        LocalDate closedOn,
        String conclusion,
        String reason,
        long createdBy,
        Long contentBy,
        boolean overdue,
        Progress progress,
        long formId,
        int formNumber,
        List<FormSection> sections,
        Map<String, Object> content,
        List<String> withheld,
        List<Goal> goals,
        List<RoadMapStep> steps,
        int version) {
    public RoadMap {
        sections = List.copyOf(sections);
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
        withheld = List.copyOf(withheld);
    }

    /** The same with what the platform says of its steps in the reader's language. */
    public RoadMap in(Language language, Tables texts) {
        return with(
                content,
                withheld,
                steps.stream().map(step -> step.in(language, texts)).toList());
    }

    /** The same without what the user may not read. */
    public RoadMap shownTo(User user) {
        Sight sight = sight(user);
        return with(sight.shown(form(), content), sight.withheld(form()), steps);
    }

    Sight sight(User user) {
        return Sight.of(user, territory, schoolId == null ? 0 : schoolId);
    }

    private RoadMap with(Map<String, Object> values, List<String> hidden, List<RoadMapStep> others) {
        return new RoadMap(
                id,
                childId,
                name,
                territory,
                schoolId,
                schoolYear,
                state,
                dueOn,
                drawnUpOn,
                agreedOn,
                agreedWith,
                approvedOn,
                approvedBy,
                closedOn,
                conclusion,
                reason,
                createdBy,
                contentBy,
                overdue,
                progress,
                formId,
                formNumber,
                sections,
                values,
                hidden,
                goals,
                others,
                version);
    }

    RoadMapInput input() {
        return new RoadMapInput(schoolYear, dueOn, content);
    }

    FormContent form() {
        return new FormContent(sections);
    }
}
