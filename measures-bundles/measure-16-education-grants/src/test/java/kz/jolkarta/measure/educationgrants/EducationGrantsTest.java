package kz.jolkarta.measure.educationgrants;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class EducationGrantsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new EducationGrants();
    }

    @Override
    protected Set<String> codes() {
        return Set.of("award.grant", "indicator.applied", "indicator.granted", "indicator.money");
    }
}
