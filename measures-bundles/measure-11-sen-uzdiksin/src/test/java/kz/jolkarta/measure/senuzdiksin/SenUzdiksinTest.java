package kz.jolkarta.measure.senuzdiksin;

import java.util.Set;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;

class SenUzdiksinTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new SenUzdiksin();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "activity.district-event",
                "activity.forum",
                "indicator.districts-without",
                "indicator.forums",
                "indicator.sponsors-money",
                "indicator.winners");
    }
}
