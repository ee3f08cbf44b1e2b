package kz.jolkarta.registry.budgets;

import java.math.BigDecimal;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Checks;

/**
 * A budget as it is sent: what is null was not given.
 *
 * @param territory KATO code of the unit, "" for the whole country
 * @param planned tenge, from 0
 */
public record BudgetInput(String territory, FundingSource source, Integer year, BigDecimal planned) {
    public BudgetInput {
        territory = territory == null ? "" : territory.strip();
        planned = planned == null
                ? null
                : planned.setScale(Math.max(2, planned.stripTrailingZeros().scale()));
    }

    void check() {
        Checks checks = new Checks();
        checks.required("source", source);
        checks.required("year", year);
        checks.range("year", year, 2020, 2100);
        checks.required("planned", planned);
        checks.that(territory.isEmpty() || territory.matches("\\d{9}"), "territory", "record.territory-unknown");
        checks.done();
    }
}
