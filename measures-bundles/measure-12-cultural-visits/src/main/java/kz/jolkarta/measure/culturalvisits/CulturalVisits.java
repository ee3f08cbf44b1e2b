package kz.jolkarta.measure.culturalvisits;

import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.rural;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 12: visits to museums, exhibitions and sacred places of the region and the republic. */
@Component
public final class CulturalVisits implements Measure {
    private static final Field SIGHT = Field.text("sight").mandatory();
    private static final Field SIGNIFICANCE =
            Field.choice("significance", "region", "republic").mandatory();

    @Override
    public Clause clause() {
        return Resolution997.clause(12);
    }

    @Override
    public List<ActivityType> activities() {
        return Stream.of("museum", "exhibition", "sacred-place", "other")
                .map(code -> ActivityType.forChildren(code, everyone(), SIGHT, SIGNIFICANCE))
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count(
                        "visits",
                        new Selection.Activities(Set.of(), Set.of("HELD")),
                        Dimension.TYPE,
                        Dimension.of(SIGNIFICANCE)),
                Indicator.count("children", visitors(everyone()), Dimension.TYPE),
                Indicator.share("rural-share", visitors(rural()), new Selection.Children(rural())));
    }

    private static Selection visitors(Criterion who) {
        return new Selection.Participants(Set.of(), 1, who);
    }
}
