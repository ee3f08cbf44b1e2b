package kz.jolkarta.measure.centres;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class CentresTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Centres();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.group",
                "deliverable.centre-opened",
                "indicator.centres-open",
                "indicator.children-served",
                "indicator.places",
                "indicator.target-group-share");
    }
}
