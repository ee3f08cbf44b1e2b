package kz.jolkarta.registry.budgets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Money;

/**
 * A measure's money of a year from one source, in tenge.
 *
 * @param planned empty when nothing is planned, which is not the same as 0
 * @param cap places of the measure's quotas, empty without any
 */
public record MeasureMoney(
        Installed measure,
        FundingSource source,
        Optional<BigDecimal> planned,
        BigDecimal paid,
        Optional<Long> cap,
        long used) {
    static MeasureMoney of(
            Installed measure,
            FundingSource source,
            List<BudgetStore.OfMeasure> plans,
            List<BudgetStore.Paid> paid,
            Optional<BudgetStore.Places> places) {
        List<BudgetStore.Planned> own = plans.stream()
                .filter(p -> p.measure().equals(measure.code()) && p.plan().source() == source)
                .map(BudgetStore.OfMeasure::plan)
                .toList();
        long tiyn = paid.stream()
                .filter(p -> p.measure().equals(measure.code()) && p.source() == source)
                .mapToLong(BudgetStore.Paid::tiyn)
                .sum();
        return new MeasureMoney(
                measure,
                source,
                own.isEmpty() ? Optional.empty() : Optional.of(Money.tenge(widest(own))),
                Money.tenge(tiyn),
                places.map(BudgetStore.Places::cap),
                places.map(BudgetStore.Places::used).orElse(0L));
    }

    /** A district's plan is part of its region's: only those that lie in no other one are summed. */
    private static long widest(List<BudgetStore.Planned> plans) {
        return plans.stream()
                .filter(p -> plans.stream().noneMatch(q -> q != p && holds(q, p)))
                .mapToLong(BudgetStore.Planned::tiyn)
                .sum();
    }

    private static boolean holds(BudgetStore.Planned outer, BudgetStore.Planned inner) {
        String prefix = Scope.prefix(outer.territory());
        return !outer.territory().equals(inner.territory()) && inner.territory().startsWith(prefix);
    }

    /** Paid of planned, 0 to 100; empty without a plan. */
    Optional<Integer> percent() {
        return planned.filter(p -> p.signum() > 0)
                .map(p -> paid.multiply(BigDecimal.valueOf(100))
                        .divide(p, 0, java.math.RoundingMode.DOWN)
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(100))
                        .intValue());
    }
}
