package org.example.mentoring;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class MentoringTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new Mentoring();
    }

    @Override
    protected Set<String> codes() {
        return Set.of("activity.meeting", "indicator.meetings");
    }
}
