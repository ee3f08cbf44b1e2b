package kz.jolkarta.measure.coverage;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.criteria.Criterion.took;
import static kz.jolkarta.core.measure.Dimension.TYPE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 6: children of the target group in clubs, sections and contests of every level. A child is counted once, however many it attends. */
@Component
public final class Coverage implements Measure {
    private static final Field FIELD = Field.choice("field", "science", "culture", "art", "sport", "military")
            .mandatory();
    private static final Field LEVEL =
            Field.choice("level", "school", "district", "region").mandatory();

    @Override
    public Clause clause() {
        return Resolution997.clause(6);
    }

    @Override
    public List<ActivityType> activities() {
        return Stream.of("club", "section", "contest", "olympiad", "conference")
                .map(code -> ActivityType.forChildren(code, everyone(), FIELD, LEVEL))
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        Selection covered = new Selection.Participants(Set.of(), 1, targetGroup());
        return List.of(
                Indicator.count("covered", covered, TYPE, Dimension.of(FIELD), Dimension.of(LEVEL)),
                Indicator.share("coverage", covered, new Selection.Children(targetGroup())),
                Indicator.count("uncovered", new Selection.Children(and(targetGroup(), not(took(clause().code()))))));
    }
}
