package kz.jolkarta.measure.educationgrants;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.finishedSchool;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.measure.Rule.protocolled;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 16: grants of the local executive bodies for studies at a university, one a person, decided by a commission. */
@Component
public final class EducationGrants implements Measure {
    static final Criterion WHO = and(targetGroup(), gifted(), finishedSchool());

    @Override
    public Clause clause() {
        return Resolution997.clause(16);
    }

    @Override
    public List<AwardType> awards() {
        return List.of(AwardType.of(
                        "grant",
                        WHO,
                        Quota.NONE,
                        Limit.ONE_EVER,
                        Field.text("university").mandatory(),
                        Field.text("programme").mandatory(),
                        Field.number("years").mandatory())
                .when(protocolled()));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("applied", new Selection.Awards(Set.of(), Set.of())),
                Indicator.count("granted", new Selection.Awards(Set.of(), Set.of("APPROVED", "ISSUED", "ENDED"))),
                Indicator.sum("money", new Selection.Payments(Set.of()), Amount.PAID));
    }
}
