package kz.jolkarta.measure.seminars;

import static kz.jolkarta.core.measure.Dimension.TYPE;
import static kz.jolkarta.core.measure.Rule.certified;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Component;

/** Measure 4: seminars and trainings for those who find and teach gifted children; participants are staff, and each gets a certificate. */
@Component
public final class Seminars implements Measure {
    private static final Field AUDIENCE = Field.choice("audience", "daryn", "methodist", "teacher", "psychologist")
            .mandatory();

    @Override
    public Clause clause() {
        return Resolution997.clause(4);
    }

    @Override
    public List<ActivityType> activities() {
        return List.of(
                ActivityType.forStaff("seminar", AUDIENCE).when(certified()),
                ActivityType.forStaff("training", AUDIENCE).when(certified()));
    }

    @Override
    public List<Indicator> indicators() {
        Selection held = new Selection.Activities(Set.of(), Set.of("HELD"));
        return List.of(
                Indicator.count("events", held, TYPE),
                Indicator.sum("hours", held, Amount.HOURS, TYPE),
                Indicator.count("people-trained", new Selection.Staff(Set.of()), Dimension.of(AUDIENCE)),
                Indicator.count("schools-reached", schools(Having.SOMEBODY_TRAINED)),
                Indicator.share(
                        "untrained-schools",
                        schools(Having.TARGET_PUPILS_BUT_NOBODY_TRAINED),
                        schools(Having.TARGET_PUPILS)));
    }

    private static Selection schools(Having having) {
        return new Selection.Organisations(Set.of(OrganisationKind.SCHOOL), having);
    }
}
