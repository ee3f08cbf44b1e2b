package kz.jolkarta.measure.teacherawards;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class TeacherAwardsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new TeacherAwards();
    }

    @Override
    protected Set<String> codes() {
        return Set.of("award.best-teacher", "indicator.awarded", "indicator.nominated", "indicator.results");
    }
}
