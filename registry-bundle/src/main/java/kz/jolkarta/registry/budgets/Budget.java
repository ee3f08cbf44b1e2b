package kz.jolkarta.registry.budgets;

import java.math.BigDecimal;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * Money planned for a measure in a year, and what became of it; amounts in tenge.
 *
 * @param territory KATO code of the unit, "" for the country; what is paid below it counts
 * @param spent payments of the year, corrections taken off
 * @param committed promised and not paid yet: payment runs that wait for a decision, approved awards, materials
 * @param left planned without what is spent and committed; below 0 beyond the plan
 */
public record Budget(
        long id,
        String territory,
        FundingSource source,
        int year,
        BigDecimal planned,
        BigDecimal spent,
        BigDecimal committed,
        BigDecimal left,
        int version) {
    BudgetInput input() {
        return new BudgetInput(territory, source, year, planned);
    }
}
