package kz.jolkarta.measure.centres;

import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.measure.Rule.at;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/**
 * Measure 2: centres in seven regions. Each centre is a configuration of {@link Centre}; whoever attends anything there, of whatever measure, is served by it.
 */
@Component
public final class Centres implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(2);
    }

    @Override
    public Reach reach() {
        return Reach.WITH_CENTRE;
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(ActivityType.forChildren("group", everyone()).when(at(OrganisationKind.CENTRE)));
    }

    @Override
    public List<DeliverableType> deliverables() {
        return List.of(DeliverableType.of("centre-opened"));
    }

    @Override
    public List<Indicator> indicators() {
        Selection centres = new Selection.Organisations(Set.of(OrganisationKind.CENTRE), Having.ANYTHING);
        return List.of(
                Indicator.count("centres-open", centres),
                Indicator.sum("places", centres, Amount.CAPACITY),
                Indicator.count("children-served", served(everyone())),
                Indicator.share("target-group-share", served(targetGroup()), served(everyone())));
    }

    private static Selection served(Criterion who) {
        return new Selection.Guests(Set.of(OrganisationKind.CENTRE), who);
    }
}
