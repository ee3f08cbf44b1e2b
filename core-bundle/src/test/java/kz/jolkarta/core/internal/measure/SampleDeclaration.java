package kz.jolkarta.core.internal.measure;

import java.util.List;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.roadmap.Resolution997;

/** Declarations of a measure for tests, each of one thing and the kinds it needs. */
public final class SampleDeclaration {
    private SampleDeclaration() {}

    public static Installed of(ActivityType... activities) {
        return of(List.of(activities), List.of(), List.of(), List.of());
    }

    public static Installed of(AwardType... awards) {
        return of(List.of(), List.of(awards), List.of(), List.of());
    }

    public static Installed of(DeliverableType... deliverables) {
        return of(List.of(), List.of(), List.of(deliverables), List.of());
    }

    public static Installed of(
            List<ActivityType> activities,
            List<AwardType> awards,
            List<DeliverableType> deliverables,
            List<Indicator> indicators) {
        return new Installed(
                Resolution997.clause(8), "test", "1", Reach.EVERY_REGION, activities, awards, deliverables, indicators);
    }
}
