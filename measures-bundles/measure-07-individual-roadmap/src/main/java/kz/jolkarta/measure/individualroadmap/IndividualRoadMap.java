package kz.jolkarta.measure.individualroadmap;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 7: the form of the individual road map. The registry keeps its versions; a map keeps the version it was made with. */
@Component
public final class IndividualRoadMap implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(7);
    }

    @Override
    public List<DeliverableType> deliverables() {
        return List.of(DeliverableType.of("form-approved"));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("form-versions", new Selection.RoadMapForms()),
                Indicator.count("drawn-up", maps("DRAFT", "APPROVED")),
                Indicator.count("approved", maps("APPROVED")),
                Indicator.count("overdue", maps("OVERDUE")),
                Indicator.share(
                        "steps-done",
                        new Selection.RoadMapSteps(Set.of("DONE")),
                        new Selection.RoadMapSteps(Set.of("PLANNED", "DONE"))));
    }

    private static Selection maps(String... states) {
        return new Selection.RoadMaps(Set.of(states));
    }
}
