package kz.jolkarta.measure.stipends;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class StipendsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Stipends();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "award.named", "award.state", "indicator.eligible-without", "indicator.holders", "indicator.paid");
    }
}
