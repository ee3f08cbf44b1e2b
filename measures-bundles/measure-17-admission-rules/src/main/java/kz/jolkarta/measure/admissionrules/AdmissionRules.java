package kz.jolkarta.measure.admissionrules;

import static kz.jolkarta.core.criteria.Criterion.achievement;
import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 17: the ministry's amendment of order № 564, and the winners it helped into a specialised school. */
@Component
public final class AdmissionRules implements Measure {
    private static final String ORDER = "order-564-amendment";

    @Override
    public Clause clause() {
        return Resolution997.clause(17);
    }

    @Override
    public Reach reach() {
        return Reach.MINISTRY;
    }

    @Override
    public List<DeliverableType> deliverables() {
        return List.of(DeliverableType.of(ORDER)
                .through("draft", "public-discussion", "agreed", "signed", "registered", "in-force"));
    }

    @Override
    public List<AwardType> awards() {
        return List.of(AwardType.of(
                "admission-support",
                and(targetGroup(), achievement(AchievementLevel.REPUBLIC, 12)),
                Quota.NONE,
                Limit.ONE_A_YEAR,
                Field.text("school").mandatory()));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("orders", new Selection.Deliverables(Set.of(ORDER), Set.of()), Dimension.STEP),
                Indicator.count("in-force", new Selection.Deliverables(Set.of(ORDER), Set.of("ADOPTED"))),
                Indicator.count("children-supported", new Selection.Awards(Set.of(), Set.of("ISSUED", "ENDED"))));
    }
}
