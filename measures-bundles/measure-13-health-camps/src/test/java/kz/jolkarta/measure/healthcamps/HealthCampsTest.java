package kz.jolkarta.measure.healthcamps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class HealthCampsTest extends MeasureContractTest {
    @Override
    protected Measure measure() {
        return new HealthCamps();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "award.camp",
                "award.sanatorium",
                "indicator.quota",
                "indicator.issued",
                "indicator.used",
                "indicator.returned",
                "indicator.waiting",
                "indicator.money");
    }

    @Test
    void oneVoucherOfAKindAYearWithinTheRegionsQuota() {
        measure().awards().forEach(voucher -> {
            assertEquals(Quota.REGION_YEAR, voucher.quota());
            assertEquals(Limit.ONE_A_YEAR, voucher.limit());
        });
    }

    @Test
    void theRuleForTheChildIsSaidInWords() {
        assertEquals(
                "толық жасы 6–17 аралығында", TestTexts.ofClassPath().text(Language.KK, Words.of(HealthCamps.WHO)));
    }

    @Test
    void onlyLocalBudgetsPay() {
        assertEquals(Set.of(FundingSource.LOCAL_BUDGET), measure().clause().sources());
    }
}
