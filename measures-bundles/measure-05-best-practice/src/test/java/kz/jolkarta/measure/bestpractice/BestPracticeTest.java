package kz.jolkarta.measure.bestpractice;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class BestPracticeTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new BestPractice();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.master-class",
                "activity.workshop",
                "deliverable.article",
                "deliverable.lesson-video",
                "deliverable.method-guide",
                "indicator.authors",
                "indicator.materials",
                "indicator.teachers-reached");
    }
}
