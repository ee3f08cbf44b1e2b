package kz.jolkarta.core.internal.measure;

import java.util.List;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;

/** A measure with one kind of each record. */
record SampleMeasure(int number, List<Indicator> indicators) implements Measure {
    static SampleMeasure of(int number) {
        return new SampleMeasure(
                number, List.of(Indicator.count("children", new Selection.Children(Criterion.rural()))));
    }

    @Override
    public Clause clause() {
        return Resolution997.clause(number);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(
                ActivityType.forChildren("visit", Criterion.targetGroup(), Field.choice("level", "region", "republic"))
                        .when(Rule.keptFor(Rule.KeptFor.Level.DISTRICT)));
    }

    @Override
    public List<AwardType> awards() {
        return List.of(
                AwardType.of("grant", Criterion.ages(6, 17), AwardType.Quota.REGION_YEAR, AwardType.Limit.ONE_EVER));
    }

    @Override
    public List<DeliverableType> deliverables() {
        return List.of(DeliverableType.of("guide").through("drawn-up", "signed"));
    }
}
