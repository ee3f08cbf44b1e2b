package kz.jolkarta.registry.activities;

import static kz.jolkarta.core.criteria.Criterion.everyone;

import java.time.Month;
import java.util.List;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.measure.Rule.KeptFor.Level;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.core.roadmap.Resolution997;

/** Measures whose activities have rules, one each. */
final class RuledMeasures {
    static final String SHIFTS = "summer-shifts";
    static final String SEMINARS = "seminars";
    static final String TRAININGS = "personal-growth";
    static final String FORUMS = "sen-uzdiksin";

    private RuledMeasures() {}

    static Installed[] all() {
        return new Installed[] {
            of(
                    9,
                    ActivityType.forChildren("shift", everyone())
                            .when(Rule.within(Month.JUNE, Month.AUGUST), Rule.seated(), Rule.oneAtATime())),
            of(4, ActivityType.forStaff("seminar").when(Rule.certified()), ActivityType.forStaff("meeting")),
            of(
                    10,
                    ActivityType.forChildren("training", everyone())
                            .when(
                                    Rule.ledBy(Position.PSYCHOLOGIST),
                                    Rule.at(OrganisationKind.SCHOOL, OrganisationKind.CENTRE))),
            of(
                    11,
                    ActivityType.forChildren("forum", everyone()).when(Rule.keptFor(Level.REGION)),
                    ActivityType.forChildren("district-event", everyone()).when(Rule.keptFor(Level.DISTRICT)))
        };
    }

    private static Installed of(int clause, ActivityType... types) {
        return new Installed(
                Resolution997.clause(clause),
                "test",
                "1",
                Reach.EVERY_REGION,
                List.of(types),
                List.of(),
                List.of(),
                List.of());
    }
}
