package kz.jolkarta.measure.statistics;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.category;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.or;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static kz.jolkarta.core.criteria.Criterion.sociallyVulnerable;
import static kz.jolkarta.core.criteria.Criterion.urbanSchool;
import static kz.jolkarta.core.measure.Dimension.GRADE_BAND;
import static kz.jolkarta.core.measure.Dimension.SEX;
import static kz.jolkarta.core.measure.Dimension.TALENT;

import java.util.List;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 1: the two counts of gifted pupils. They are disjoint: a child who lives in a rural settlement is counted in the first only. */
@Component
public final class Statistics implements Measure {
    static final Criterion RURAL = and(gifted(), rural());
    static final Criterion URBAN =
            and(gifted(), not(rural()), urbanSchool(), or(category(Category.LARGE_FAMILY), sociallyVulnerable()));

    @Override
    public Clause clause() {
        return Resolution997.clause(1);
    }

    @Override
    public List<Indicator> indicators() {
        Selection inVillages = new Selection.Children(RURAL);
        Selection inTowns = new Selection.Children(URBAN);
        return List.of(
                Indicator.count("rural-gifted", inVillages, SEX, GRADE_BAND, TALENT),
                Indicator.count("urban-vulnerable-gifted", inTowns, SEX, GRADE_BAND, TALENT),
                Indicator.change("rural-gifted-change", inVillages),
                Indicator.change("urban-vulnerable-gifted-change", inTowns));
    }
}
