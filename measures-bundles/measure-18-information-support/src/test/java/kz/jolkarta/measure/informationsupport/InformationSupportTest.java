package kz.jolkarta.measure.informationsupport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;
import org.junit.jupiter.api.Test;

class InformationSupportTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new InformationSupport();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "deliverable.video",
                "deliverable.billboard",
                "deliverable.collection",
                "deliverable.article",
                "deliverable.broadcast",
                "indicator.materials",
                "indicator.reach",
                "indicator.money");
    }

    @Test
    void anyMaterialThatMayShowAChildAsksForConsent() {
        assertTrue(measure().deliverables().stream().allMatch(DeliverableType::showsChildren));
    }
}
