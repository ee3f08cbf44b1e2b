package kz.jolkarta.measure.admissionrules;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class AdmissionRulesTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new AdmissionRules();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "award.admission-support",
                "deliverable.order-564-amendment",
                "indicator.children-supported",
                "indicator.in-force",
                "indicator.orders");
    }
}
