package kz.jolkarta.measure.bestpractice;

import static kz.jolkarta.core.measure.Dimension.LANGUAGE;
import static kz.jolkarta.core.measure.Dimension.TYPE;
import static kz.jolkarta.core.measure.Rule.coached;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 5: the experience of teachers who prepared prize-winners of republican and international contests, shown from the pupils' achievements. */
@Component
public final class BestPractice implements Measure {
    /** The clause sets no term: a prize counts however long ago it was won. */
    private static final Rule AUTHOR = coached(AchievementLevel.REPUBLIC, 0);

    @Override
    public Clause clause() {
        return Resolution997.clause(5);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(ActivityType.forStaff("master-class"), ActivityType.forStaff("workshop"));
    }

    @Override
    public List<DeliverableType> deliverables() {
        return List.of(
                DeliverableType.of("method-guide").when(AUTHOR),
                DeliverableType.showingChildren("lesson-video").when(AUTHOR),
                DeliverableType.of("article").when(AUTHOR));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("authors", new Selection.Authors(Set.of())),
                Indicator.count("materials", new Selection.Deliverables(Set.of(), Set.of("ADOPTED")), TYPE, LANGUAGE),
                Indicator.count("teachers-reached", new Selection.Staff(Set.of()), TYPE));
    }
}
