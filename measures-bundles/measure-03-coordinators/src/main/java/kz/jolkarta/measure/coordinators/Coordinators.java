package kz.jolkarta.measure.coordinators;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.Figure.Spread.Of;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 3: coordinators of the methodical cabinets. Their appointments are kept with the organisations; a cabinet has one acting at a time. */
@Component
public final class Coordinators implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(3);
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.share("cabinets-covered", cabinets(Having.COORDINATOR), cabinets(Having.ANYTHING)),
                Indicator.count("cabinets-without", cabinets(Having.NO_COORDINATOR)),
                Indicator.spread("caseload-median", Of.MEDIAN, new Selection.Caseload()),
                Indicator.spread("caseload-max", Of.LARGEST, new Selection.Caseload()));
    }

    private static Selection cabinets(Having having) {
        return new Selection.Organisations(Set.of(OrganisationKind.CABINET), having);
    }
}
