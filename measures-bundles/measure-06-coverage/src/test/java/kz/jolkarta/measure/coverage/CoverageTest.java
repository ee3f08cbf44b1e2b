package kz.jolkarta.measure.coverage;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class CoverageTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Coverage();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.club",
                "activity.conference",
                "activity.contest",
                "activity.olympiad",
                "activity.section",
                "indicator.coverage",
                "indicator.covered",
                "indicator.uncovered");
    }
}
