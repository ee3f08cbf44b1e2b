package kz.jolkarta.measure.summershifts;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class SummerShiftsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new SummerShifts();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.shift",
                "indicator.accepted",
                "indicator.attended",
                "indicator.seats",
                "indicator.shifts",
                "indicator.without-seat");
    }
}
