package kz.jolkarta.measure.senuzdiksin;

import static kz.jolkarta.core.criteria.Criterion.achievement;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.measure.Rule.keptFor;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Rule.KeptFor.Level;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 11: "Sen üzdiksiñ!" forums of the region and events of districts for the winners of the year, paid by patrons and sponsors alone. */
@Component
public final class SenUzdiksin implements Measure {
    /** A winner of an intellectual, creative or sports event of the last twelve months. */
    static final Criterion WINNER = achievement(
            AchievementLevel.SCHOOL,
            AchievementLevel.INTERNATIONAL,
            12,
            TalentField.INTELLECTUAL,
            TalentField.ACADEMIC,
            TalentField.CREATIVE,
            TalentField.ARTS,
            TalentField.SPORT);

    @Override
    public Clause clause() {
        return Resolution997.clause(11);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(
                ActivityType.forChildren("forum", WINNER).when(keptFor(Level.REGION)),
                ActivityType.forChildren("district-event", WINNER).when(keptFor(Level.DISTRICT)));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("forums", new Selection.Activities(Set.of("forum"), Set.of("HELD"))),
                Indicator.count("winners", new Selection.Participants(Set.of(), 1, everyone()), Dimension.TYPE),
                Indicator.count("districts-without", new Selection.DistrictsWithout(Set.of("district-event"))),
                Indicator.sum("sponsors-money", new Selection.Payments(Set.of()), Amount.PAID, Dimension.TYPE));
    }
}
