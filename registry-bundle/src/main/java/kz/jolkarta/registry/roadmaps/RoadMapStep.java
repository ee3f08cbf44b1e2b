package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Tables;

/**
 * A step of a road map. Members that are null are absent in JSON.
 *
 * @param measure code of the measure it makes use of
 * @param type kind of activity or award of that measure
 * @param goalId the goal it serves
 * @param expected the result hoped for
 * @param note the result, or why it was dropped
 * @param overdue planned though its term is over
 * @param record what has done it; null while it is not done, or when a person said so
 * @param why it was proposed; empty when a person thought of it
 * @param reasons the same in the reader's language, see {@link RoadMap#in}
 */
public record RoadMapStep(
        long id,
        String title,
        String measure,
        String type,
        Long goalId,
        String expected,
        String responsible,
        LocalDate dueOn,
        StepState state,
        LocalDate doneOn,
        String note,
        boolean overdue,
        StepRecord record,
        @JsonIgnore List<Message> why,
        @JsonProperty("why") List<String> reasons) {
    public RoadMapStep {
        why = List.copyOf(why);
        reasons = List.copyOf(reasons);
    }

    StepInput input() {
        return new StepInput(title, measure, type, goalId, expected, responsible, dueOn);
    }

    RoadMapStep in(Language language, Tables texts) {
        return new RoadMapStep(
                id,
                title,
                measure,
                type,
                goalId,
                expected,
                responsible,
                dueOn,
                state,
                doneOn,
                note,
                overdue,
                record == null ? null : record.in(measure, language, texts),
                why,
                why.stream().map(reason -> texts.text(language, reason)).toList());
    }
}
