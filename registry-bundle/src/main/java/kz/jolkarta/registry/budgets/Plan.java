package kz.jolkarta.registry.budgets;

import java.util.List;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Money;

/** Whether payments stay within what was planned. Going beyond is told and not refused: a payment records what has happened. */
public final class Plan {
    private Plan() {}

    /**
     * The budgets that are exceeded once more is paid.
     *
     * @param more what is about to be paid, by territory
     * @return one message for each of them; empty when nothing was planned
     */
    public static List<Message> exceeded(Tx tx, String measure, FundingSource source, int year, Spending more) {
        List<BudgetStore.Planned> plans = BudgetStore.planned(tx, measure, source, year);
        if (plans.isEmpty()) {
            return List.of();
        }
        Spending spent = BudgetStore.spent(tx, measure, source, year);
        return plans.stream()
                .filter(plan -> more.in(plan.territory()) > 0)
                .filter(plan -> spent.in(plan.territory()) + more.in(plan.territory()) > plan.tiyn())
                .map(plan -> Message.of(
                        "budget.exceeded",
                        plan.territory().isEmpty() ? Message.of("budget.country") : plan.territory(),
                        year,
                        Money.name(source),
                        plain(plan.tiyn()),
                        plain(spent.in(plan.territory()) + more.in(plan.territory()))))
                .toList();
    }

    private static String plain(long tiyn) {
        return Money.tenge(tiyn).toPlainString();
    }
}
