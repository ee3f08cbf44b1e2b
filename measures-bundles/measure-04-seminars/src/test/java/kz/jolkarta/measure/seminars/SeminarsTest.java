package kz.jolkarta.measure.seminars;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class SeminarsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Seminars();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.seminar",
                "activity.training",
                "indicator.events",
                "indicator.hours",
                "indicator.people-trained",
                "indicator.schools-reached",
                "indicator.untrained-schools");
    }
}
