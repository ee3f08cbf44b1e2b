package kz.jolkarta.core.internal.measure;

import static kz.jolkarta.core.measure.Dimension.Kind.COORDINATOR;
import static kz.jolkarta.core.measure.Dimension.Kind.FIELD;
import static kz.jolkarta.core.measure.Dimension.Kind.GRADE_BAND;
import static kz.jolkarta.core.measure.Dimension.Kind.LANGUAGE;
import static kz.jolkarta.core.measure.Dimension.Kind.SEX;
import static kz.jolkarta.core.measure.Dimension.Kind.SOURCE;
import static kz.jolkarta.core.measure.Dimension.Kind.STEP;
import static kz.jolkarta.core.measure.Dimension.Kind.TALENT;
import static kz.jolkarta.core.measure.Dimension.Kind.TYPE;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;

/**
 * What a selection of a measure may name, and what its rows can be broken down by and summed.
 *
 * @param types that the selection names
 * @param known kinds of record it may name
 * @param states that the selection names
 * @param possible states it may name
 */
record Shape(
        Set<String> types,
        List<Kind> known,
        Set<String> states,
        Set<String> possible,
        Set<Dimension.Kind> dimensions,
        Set<Amount> amounts) {
    /** A kind of record; of a deliverable there is no audience. */
    record Kind(String code, Optional<Audience> audience, List<Field> fields) {}

    private static final Set<String> ACTIVITY = Set.of("PLANNED", "OPEN", "HELD", "CANCELLED");
    private static final Set<String> PARTICIPATION =
            Set.of("APPLIED", "ACCEPTED", "WAITING", "REFUSED", "ATTENDED", "ABSENT");
    private static final Set<String> AWARD =
            Set.of("PROPOSED", "COMMISSION", "APPROVED", "ISSUED", "ENDED", "RETURNED", "REFUSED");
    private static final Set<String> DELIVERABLE = Set.of("DRAFT", "REVIEW", "ADOPTED");
    private static final Set<String> ROAD_MAP = Set.of("DRAFT", "APPROVED", "OVERDUE");
    private static final Set<String> STEPS = Set.of("PLANNED", "DONE", "DROPPED");

    static List<Kind> activities(Measures.Installed measure) {
        return measure.activities().stream()
                .map(a -> new Kind(a.code(), Optional.of(a.audience()), a.fields()))
                .toList();
    }

    static List<Kind> awards(Measures.Installed measure) {
        return measure.awards().stream()
                .map(a -> new Kind(a.code(), Optional.of(a.audience()), a.fields()))
                .toList();
    }

    static List<Kind> deliverables(Measures.Installed measure) {
        return measure.deliverables().stream()
                .map(d -> new Kind(d.code(), Optional.empty(), d.fields()))
                .toList();
    }

    static List<Kind> records(Measures.Installed measure) {
        return Stream.of(activities(measure), awards(measure), deliverables(measure))
                .flatMap(List::stream)
                .toList();
    }

    static Shape of(Selection selection, Measures.Installed measure) {
        if (selection instanceof Selection.Children) {
            return none().by(persons(COORDINATOR));
        }
        if (selection instanceof Selection.Guests) {
            return none().by(persons());
        }
        if (selection instanceof Selection.Participants p) {
            return of(p.types(), only(Audience.CHILDREN, activities(measure))).by(persons(TYPE, FIELD));
        }
        if (selection instanceof Selection.Applications a) {
            return of(a.types(), activities(measure))
                    .in(a.states(), PARTICIPATION)
                    .by(persons(TYPE, FIELD));
        }
        if (selection instanceof Selection.Staff s) {
            return of(s.types(), only(Audience.STAFF, activities(measure))).by(EnumSet.of(TYPE, FIELD));
        }
        if (selection instanceof Selection.Activities a) {
            return of(a.types(), activities(measure))
                    .in(a.states(), ACTIVITY)
                    .by(EnumSet.of(TYPE, FIELD))
                    .summing(Amount.HOURS, Amount.SEATS);
        }
        if (selection instanceof Selection.DistrictsWithout d) {
            return of(d.types(), activities(measure));
        }
        if (selection instanceof Selection.Awards a) {
            return of(a.types(), awards(measure))
                    .in(a.states(), AWARD)
                    .by(persons(TYPE, FIELD, SOURCE))
                    .summing(Amount.COST);
        }
        if (selection instanceof Selection.Results r) {
            return of(r.types(), only(Audience.STAFF, awards(measure)))
                    .in(r.states(), AWARD)
                    .by(persons());
        }
        if (selection instanceof Selection.Quotas q) {
            return of(q.types(), awards(measure)).by(EnumSet.of(TYPE)).summing(Amount.CAP);
        }
        if (selection instanceof Selection.Payments p) {
            return of(p.types(), records(measure)).by(EnumSet.of(TYPE, SOURCE)).summing(Amount.PAID);
        }
        if (selection instanceof Selection.Deliverables d) {
            return of(d.types(), deliverables(measure))
                    .in(d.states(), DELIVERABLE)
                    .by(EnumSet.of(TYPE, FIELD, SOURCE, STEP, LANGUAGE))
                    .summing(Amount.REACH, Amount.COST);
        }
        if (selection instanceof Selection.Authors a) {
            return of(a.types(), deliverables(measure)).by(EnumSet.of(TYPE, FIELD));
        }
        if (selection instanceof Selection.Organisations) {
            return none().summing(Amount.CAPACITY);
        }
        if (selection instanceof Selection.RoadMaps m) {
            return none().in(m.states(), ROAD_MAP);
        }
        return selection instanceof Selection.RoadMapSteps s ? none().in(s.states(), STEPS) : none();
    }

    /** Fields of the kinds it takes its rows from. */
    List<Field> fields() {
        return known.stream()
                .filter(kind -> types.isEmpty() || types.contains(kind.code()))
                .flatMap(kind -> kind.fields().stream())
                .toList();
    }

    private static Shape none() {
        return of(Set.of(), List.of());
    }

    private static Shape of(Set<String> types, List<Kind> known) {
        return new Shape(types, known, Set.of(), Set.of(), Set.of(), Set.of());
    }

    private Shape in(Set<String> named, Set<String> all) {
        return new Shape(types, known, named, all, dimensions, amounts);
    }

    private Shape by(Set<Dimension.Kind> kinds) {
        return new Shape(types, known, states, possible, kinds, amounts);
    }

    private Shape summing(Amount first, Amount... more) {
        return new Shape(types, known, states, possible, dimensions, EnumSet.of(first, more));
    }

    private static Set<Dimension.Kind> persons(Dimension.Kind... more) {
        Set<Dimension.Kind> kinds = EnumSet.of(SEX, GRADE_BAND, TALENT, LANGUAGE);
        kinds.addAll(List.of(more));
        return kinds;
    }

    private static List<Kind> only(Audience audience, List<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.audience().equals(Optional.of(audience)))
                .toList();
    }
}
