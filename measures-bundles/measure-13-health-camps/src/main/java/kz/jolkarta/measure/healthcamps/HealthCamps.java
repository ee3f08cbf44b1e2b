package kz.jolkarta.measure.healthcamps;

import static kz.jolkarta.core.criteria.Criterion.ages;
import static kz.jolkarta.core.measure.Dimension.TYPE;
import static kz.jolkarta.core.measure.Figure.Amount.CAP;
import static kz.jolkarta.core.measure.Figure.Amount.PAID;
import static kz.jolkarta.core.measure.Rule.queued;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 13: vouchers to health camps and sanatoria. The clause names no target group, so any child of the registry and of the age may get one. */
@Component
public final class HealthCamps implements Measure {
    static final Criterion WHO = ages(6, 17);

    private static final Field SIGNIFICANCE = Field.choice("significance", "region", "republic");

    @Override
    public Clause clause() {
        return Resolution997.clause(13);
    }

    @Override
    public List<AwardType> awards() {
        return List.of(
                AwardType.of("camp", WHO, Quota.REGION_YEAR, Limit.ONE_A_YEAR, SIGNIFICANCE)
                        .when(queued()),
                AwardType.of("sanatorium", WHO, Quota.REGION_YEAR, Limit.ONE_A_YEAR, SIGNIFICANCE)
                        .when(queued()));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.sum("quota", new Selection.Quotas(Set.of()), CAP, TYPE),
                Indicator.count("issued", vouchers("ISSUED", "ENDED"), TYPE),
                Indicator.count("used", vouchers("ENDED"), TYPE),
                Indicator.count("returned", vouchers("RETURNED"), TYPE),
                Indicator.count("waiting", vouchers("PROPOSED", "COMMISSION"), TYPE),
                Indicator.sum("money", new Selection.Payments(Set.of()), PAID, TYPE));
    }

    private static Selection vouchers(String... states) {
        return new Selection.Awards(Set.of(), Set.of(states));
    }
}
