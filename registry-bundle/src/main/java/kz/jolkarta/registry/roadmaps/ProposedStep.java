package kz.jolkarta.registry.roadmaps;

import java.util.List;
import kz.jolkarta.core.i18n.Message;

/**
 * A step that the platform proposes.
 *
 * @param why the reasons, kept with the step and read in the reader's language; their arguments are texts, whole numbers, days,
 *     {@link kz.jolkarta.core.i18n.Text}s or messages
 */
public record ProposedStep(StepInput step, List<Message> why) {
    public ProposedStep {
        why = List.copyOf(why);
    }
}
