package kz.jolkarta.measure.personalgrowth;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class PersonalGrowthTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new PersonalGrowth();
    }

    @Override
    protected Set<String> codes() {
        return Set.of("activity.training", "indicator.children", "indicator.schools-without", "indicator.trainings");
    }
}
