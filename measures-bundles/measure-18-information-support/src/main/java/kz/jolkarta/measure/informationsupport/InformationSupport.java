package kz.jolkarta.measure.informationsupport;

import static kz.jolkarta.core.measure.Dimension.LANGUAGE;
import static kz.jolkarta.core.measure.Dimension.TYPE;
import static kz.jolkarta.core.measure.Figure.Amount.COST;
import static kz.jolkarta.core.measure.Figure.Amount.REACH;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 18: materials about gifted children and their support. Any of them may show a child, who then needs a valid consent to publicity. */
@Component
public final class InformationSupport implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(18);
    }

    @Override
    public List<DeliverableType> deliverables() {
        return Stream.of("video", "billboard", "collection", "article", "broadcast")
                .map(code -> DeliverableType.showingChildren(code))
                .toList();
    }

    @Override
    public List<Indicator> indicators() {
        Selection published = new Selection.Deliverables(Set.of(), Set.of("ADOPTED"));
        return List.of(
                Indicator.count("materials", published, TYPE, LANGUAGE),
                Indicator.sum("reach", published, REACH, TYPE, LANGUAGE),
                Indicator.sum("money", published, COST, TYPE));
    }
}
