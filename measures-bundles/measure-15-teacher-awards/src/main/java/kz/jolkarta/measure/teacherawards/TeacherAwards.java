package kz.jolkarta.measure.teacherawards;

import static kz.jolkarta.core.measure.Rule.coached;
import static kz.jolkarta.core.measure.Rule.most;
import static kz.jolkarta.core.measure.Rule.protocolled;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 15: the hundred best teachers of the country a year, who in the last two years prepared a republican or international prize-winner. */
@Component
public final class TeacherAwards implements Measure {
    private static final Set<String> AWARDED = Set.of("APPROVED", "ISSUED", "ENDED");

    @Override
    public Clause clause() {
        return Resolution997.clause(15);
    }

    @Override
    public List<AwardType> awards() {
        return List.of(AwardType.toStaff("best-teacher", Quota.COUNTRY_YEAR, Limit.ONE_A_YEAR)
                .when(most(100), protocolled(), coached(AchievementLevel.REPUBLIC, 24)));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("nominated", new Selection.Awards(Set.of(), Set.of())),
                Indicator.count("awarded", new Selection.Awards(Set.of(), AWARDED)),
                Indicator.count("results", new Selection.Results(Set.of(), AWARDED)));
    }
}
