package kz.jolkarta.measure.coordinators;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class CoordinatorsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Coordinators();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "indicator.cabinets-covered",
                "indicator.cabinets-without",
                "indicator.caseload-max",
                "indicator.caseload-median");
    }
}
