package kz.jolkarta.measure.gifteddatabase;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.consented;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.grounded;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.roadMapApproved;

import java.util.List;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 19: how complete the database is. A child counts with its ground, a talent, the consent and an approved road map. */
@Component
public final class GiftedDatabase implements Measure {
    private static final Criterion CONSENT = consented(ConsentPurpose.PROCESSING);

    static final Criterion COMPLETE = and(grounded(), gifted(), CONSENT, roadMapApproved());

    @Override
    public Clause clause() {
        return Resolution997.clause(19);
    }

    @Override
    public List<Indicator> indicators() {
        Selection complete = new Selection.Children(COMPLETE);
        return List.of(
                Indicator.count("registered", new Selection.Children(everyone()), Dimension.COORDINATOR),
                Indicator.count("complete", complete, Dimension.COORDINATOR),
                Indicator.share("complete-share", complete, new Selection.Children(everyone())),
                lacking("without-ground", grounded()),
                lacking("without-talent", gifted()),
                lacking("without-consent", CONSENT),
                lacking("without-road-map", roadMapApproved()),
                Indicator.count("duplicates-waiting", new Selection.Doubts()));
    }

    private static Indicator lacking(String code, Criterion what) {
        return Indicator.count(code, new Selection.Children(not(what)), Dimension.COORDINATOR);
    }
}
