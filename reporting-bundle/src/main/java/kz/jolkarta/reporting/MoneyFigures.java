package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * A measure's money of a year from one source, in tenge to the tiyn.
 *
 * @param planned empty when nothing is planned, which is not the same as 0
 * @param districts places money was planned or paid for; they add up to the whole
 */
record MoneyFigures(
        FundingSource source, String name, Optional<BigDecimal> planned, BigDecimal spent, List<Place> districts) {
    /** @param planned of the area itself what its parts have no plan for, below 0 where they have more */
    record Place(String territory, String name, Optional<BigDecimal> planned, BigDecimal spent) {}
}
