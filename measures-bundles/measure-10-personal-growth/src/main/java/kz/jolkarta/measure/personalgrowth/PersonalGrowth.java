package kz.jolkarta.measure.personalgrowth;

import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.measure.Rule.at;
import static kz.jolkarta.core.measure.Rule.ledBy;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 10: trainings of personal growth by the psychological services of schools and by centres. */
@Component
public final class PersonalGrowth implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(10);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(ActivityType.forChildren("training", targetGroup())
                .when(ledBy(Position.PSYCHOLOGIST), at(OrganisationKind.SCHOOL, OrganisationKind.CENTRE)));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("trainings", new Selection.Activities(Set.of(), Set.of("HELD"))),
                Indicator.count(
                        "children",
                        new Selection.Participants(Set.of(), 1, everyone()),
                        Dimension.SEX,
                        Dimension.GRADE_BAND),
                Indicator.count(
                        "schools-without",
                        new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), Having.NO_ACTIVITY)));
    }
}
