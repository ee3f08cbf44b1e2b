package kz.jolkarta.measure.culturalvisits;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class CulturalVisitsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new CulturalVisits();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.exhibition",
                "activity.museum",
                "activity.other",
                "activity.sacred-place",
                "indicator.children",
                "indicator.rural-share",
                "indicator.visits");
    }
}
