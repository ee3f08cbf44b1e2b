package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Tables;

/**
 * The record of a measure that has done a step. Members that are null are absent in JSON.
 *
 * @param id of the participation or award
 * @param activityId of the activity that was attended
 * @param type kind of activity or award
 * @param title of the activity; of an award the name of its kind, in the reader's language
 */
public record StepRecord(Kind kind, long id, Long activityId, String type, String title) {
    /** What kind of record it is. */
    public enum Kind {
        PARTICIPATION,
        AWARD
    }

    StepRecord in(String measure, Language language, Tables texts) {
        return kind == Kind.AWARD
                ? new StepRecord(kind, id, activityId, type, texts.text(language, measure + ".award." + type))
                : this;
    }
}
