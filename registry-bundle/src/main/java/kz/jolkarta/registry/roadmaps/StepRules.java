package kz.jolkarta.registry.roadmaps;

import java.util.Objects;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Ledger;

/** Which measures and kinds of records a step may name. */
final class StepRules {
    private final Ledger ledger;

    StepRules(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * @param kept what it has named already, which may have left since
     * @throws Problem INVALID for a measure that is not installed, or that has no such kind for children
     */
    void requireKnown(StepInput step, StepInput kept) {
        if (step.measure() == null
                || step.measure().equals(kept.measure()) && Objects.equals(step.type(), kept.type())) {
            return;
        }
        Optional<Installed> measure = ledger.measures().find(step.measure());
        if (measure.isEmpty()) {
            throw Problem.field("measure", "roadmap.measure-unknown", step.measure());
        }
        if (step.type() != null && !offers(measure.get(), step.type())) {
            throw Problem.field("type", "roadmap.type-unknown", step.measure(), step.type());
        }
    }

    boolean knows(StepInput step) {
        return step.measure() == null
                || ledger.measures()
                        .find(step.measure())
                        .filter(measure -> step.type() == null || offers(measure, step.type()))
                        .isPresent();
    }

    private static boolean offers(Installed measure, String type) {
        return measure.activity(type)
                        .filter(activity -> activity.audience() == Audience.CHILDREN)
                        .isPresent()
                || measure.award(type)
                        .filter(award -> award.audience() == Audience.CHILDREN)
                        .isPresent();
    }
}
