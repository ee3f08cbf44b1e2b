package kz.jolkarta.registry.deliverables;

import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** How deliverables are named on pages. */
final class DeliverableLook {
    private DeliverableLook() {}

    static String list(String measure) {
        return "/measures/" + measure + "/deliverables";
    }

    static String of(String measure, long id) {
        return list(measure) + "/" + id;
    }

    static String type(Words words, String measure, String type) {
        return words.text(measure + ".deliverable." + type);
    }

    static String step(Words words, String measure, String step) {
        return words.text(measure + ".step." + step);
    }

    static Badge state(Words words, DeliverableState state) {
        Tone tone = switch (state) {
            case DRAFT -> Tone.NONE;
            case REVIEW -> Tone.RUN;
            case ADOPTED -> Tone.OK;
        };
        return Badge.of(words.text(DeliverableState.MOVES.name(state)), tone);
    }
}
