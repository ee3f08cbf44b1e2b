package kz.jolkarta.measure.individualroadmap;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class IndividualRoadMapTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new IndividualRoadMap();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "deliverable.form-approved",
                "indicator.approved",
                "indicator.drawn-up",
                "indicator.form-versions",
                "indicator.overdue",
                "indicator.steps-done");
    }
}
