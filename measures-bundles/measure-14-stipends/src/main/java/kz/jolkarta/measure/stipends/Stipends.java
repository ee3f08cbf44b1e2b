package kz.jolkarta.measure.stipends;

import static kz.jolkarta.core.criteria.Criterion.achievement;
import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.excellentMarks;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.or;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.criteria.Criterion.took;
import static kz.jolkarta.core.measure.Rule.monthly;
import static kz.jolkarta.core.measure.Rule.proved;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 14: named and state stipends, paid monthly to pupils of the target group in one of the clause's three categories. */
@Component
public final class Stipends implements Measure {
    /** Winner or prize-winner of the region or the republic. */
    static final Criterion A = achievement(AchievementLevel.REGION, AchievementLevel.REPUBLIC, 12);
    /** International winner or prize-winner. */
    static final Criterion B = achievement(AchievementLevel.INTERNATIONAL, 12);
    /** Excellent marks only. */
    static final Criterion C = excellentMarks();

    private static final Field CATEGORY =
            Field.choice("category", "a", "b", "c").mandatory();

    @Override
    public Clause clause() {
        return Resolution997.clause(14);
    }

    @Override
    public List<AwardType> awards() {
        return Stream.of("named", "state")
                .map(code -> AwardType.of(code, targetGroup(), Quota.NONE, Limit.ONE_AT_A_TIME, CATEGORY)
                        .when(proved("category", Map.of("a", A, "b", B, "c", C)), monthly()))
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        Criterion entitled = and(targetGroup(), or(A, B, C));
        return List.of(
                Indicator.count(
                        "holders",
                        new Selection.Awards(Set.of(), Set.of("ISSUED")),
                        Dimension.TYPE,
                        Dimension.of(CATEGORY)),
                Indicator.sum("paid", new Selection.Payments(Set.of()), Amount.PAID, Dimension.TYPE, Dimension.SOURCE),
                Indicator.count("eligible-without", new Selection.Children(and(entitled, not(took(clause().code()))))));
    }
}
