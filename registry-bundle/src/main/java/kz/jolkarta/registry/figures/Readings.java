package kz.jolkarta.registry.figures;

import java.util.Map;
import java.util.function.Function;
import kz.jolkarta.core.measure.Selection;

/** The reading of each kind of selection. */
final class Readings {
    private static final Map<Class<? extends Selection>, Function<Frame, Reading<?>>> ALL = Map.ofEntries(
            Map.entry(Selection.Children.class, Children::new),
            Map.entry(Selection.Participants.class, Participants::new),
            Map.entry(Selection.Guests.class, Guests::new),
            Map.entry(Selection.Activities.class, Activities::new),
            Map.entry(Selection.Applications.class, Applications::new),
            Map.entry(Selection.Awards.class, Awards::new),
            Map.entry(Selection.Quotas.class, Quotas::new),
            Map.entry(Selection.Payments.class, Payments::new),
            Map.entry(Selection.Deliverables.class, Deliverables::new),
            Map.entry(Selection.Staff.class, Trainees::new),
            Map.entry(Selection.Authors.class, Authors::new),
            Map.entry(Selection.Organisations.class, Organisations::new),
            Map.entry(Selection.Caseload.class, Cabinets::new),
            Map.entry(Selection.DistrictsWithout.class, DistrictsWithout::new),
            Map.entry(Selection.Results.class, Results::new),
            Map.entry(Selection.RoadMaps.class, RoadMaps::new),
            Map.entry(Selection.RoadMapSteps.class, RoadMapSteps::new),
            Map.entry(Selection.RoadMapForms.class, RoadMapForms::new),
            Map.entry(Selection.Doubts.class, Doubts::new));

    private Readings() {}

    /** A new reading for one statement; it takes selections of this kind only. */
    @SuppressWarnings("unchecked")
    static <S extends Selection> Reading<S> of(S selection, Frame frame) {
        return (Reading<S>) ALL.get(selection.getClass()).apply(frame);
    }
}
