package kz.jolkarta.measure.gifteddatabase;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class GiftedDatabaseTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new GiftedDatabase();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "indicator.complete",
                "indicator.complete-share",
                "indicator.duplicates-waiting",
                "indicator.registered",
                "indicator.without-consent",
                "indicator.without-ground",
                "indicator.without-road-map",
                "indicator.without-talent");
    }
}
