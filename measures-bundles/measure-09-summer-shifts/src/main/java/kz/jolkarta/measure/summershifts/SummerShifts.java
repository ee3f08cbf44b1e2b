package kz.jolkarta.measure.summershifts;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.everyone;
import static kz.jolkarta.core.criteria.Criterion.grades;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.measure.Rule.oneAtATime;
import static kz.jolkarta.core.measure.Rule.seated;
import static kz.jolkarta.core.measure.Rule.within;

import java.time.Month;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 9: summer subject shifts for pupils of the target group in grades 5 to 11. Seats are a hard limit; the others wait in their order. */
@Component
public final class SummerShifts implements Measure {
    @Override
    public Clause clause() {
        return Resolution997.clause(9);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(ActivityType.forChildren(
                        "shift",
                        and(targetGroup(), grades(5, 11)),
                        Field.text("subject").mandatory())
                .when(within(Month.JUNE, Month.AUGUST), seated(), oneAtATime()));
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(
                Indicator.count("shifts", new Selection.Activities(Set.of(), Set.of("HELD"))),
                Indicator.sum("seats", new Selection.Activities(Set.of(), Set.of("OPEN", "HELD")), Amount.SEATS),
                Indicator.count("accepted", applications("ACCEPTED", "ATTENDED", "ABSENT")),
                Indicator.count(
                        "attended",
                        new Selection.Participants(Set.of(), 1, everyone()),
                        Dimension.SEX,
                        Dimension.GRADE_BAND),
                Indicator.count("without-seat", applications("WAITING")));
    }

    private static Selection applications(String... states) {
        return new Selection.Applications(Set.of(), Set.of(states));
    }
}
