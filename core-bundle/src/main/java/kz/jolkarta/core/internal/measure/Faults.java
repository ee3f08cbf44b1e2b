package kz.jolkarta.core.internal.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;

/** What is wrong with a measure's declaration in itself. */
public final class Faults {
    private static final Set<String> ACTIVITY_STATES = Set.of("PLANNED", "OPEN", "HELD", "CANCELLED");
    private static final Set<String> AWARD_STATES =
            Set.of("PROPOSED", "COMMISSION", "APPROVED", "ISSUED", "ENDED", "RETURNED", "REFUSED");
    private static final Set<String> DELIVERABLE_STATES = Set.of("DRAFT", "REVIEW", "ADOPTED");

    private final Measures.Installed measure;
    private final List<Message> found = new ArrayList<>();

    private Faults(Measures.Installed measure) {
        this.measure = measure;
    }

    /** Every fault of the declaration; empty when it is in order. */
    public static List<Message> of(Measures.Installed measure) {
        Faults faults = new Faults(measure);
        faults.codes();
        measure.indicators().forEach(faults::indicator);
        return List.copyOf(faults.found);
    }

    private void codes() {
        // One code for a kind of record, whatever it is: payments and the API name it without saying which.
        once(Stream.of(activityTypes().stream(), awardTypes().stream(), deliverableTypes().stream())
                .flatMap(codes -> codes));
        once(measure.indicators().stream().map(Indicator::code));
        Stream.of(
                        measure.activities().stream().map(ActivityType::fields),
                        measure.awards().stream().map(AwardType::fields),
                        measure.deliverables().stream().map(DeliverableType::fields))
                .flatMap(fields -> fields)
                .forEach(fields -> once(fields.stream().map(Field::code)));
    }

    private void once(Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code))
                .forEach(code -> found.add(Message.of("measure.rejected.code-twice", code)));
    }

    private void indicator(Indicator indicator) {
        Figure figure = indicator.figure();
        if (figure instanceof Figure.Count count) {
            selection(indicator, count.of());
            dimensions(indicator, count.of());
        } else if (figure instanceof Figure.Sum sum) {
            selection(indicator, sum.of());
            dimensions(indicator, sum.of());
            if (!amounts(sum.of()).contains(sum.amount())) {
                found.add(Message.of("measure.rejected.amount", indicator.code()));
            }
        } else if (figure instanceof Figure.Change change) {
            selection(indicator, change.of());
            dimensions(indicator, change.of());
        } else if (figure instanceof Figure.Share share) {
            selection(indicator, share.part());
            selection(indicator, share.whole());
        }
    }

    private void selection(Indicator indicator, Selection selection) {
        if (selection instanceof Selection.Participants participants) {
            check(indicator, "type", participants.types(), activityTypes());
        } else if (selection instanceof Selection.Activities activities) {
            check(indicator, "type", activities.types(), activityTypes());
            check(indicator, "state", activities.states(), ACTIVITY_STATES);
        } else if (selection instanceof Selection.Awards awards) {
            check(indicator, "type", awards.types(), awardTypes());
            check(indicator, "state", awards.states(), AWARD_STATES);
        } else if (selection instanceof Selection.Quotas quotas) {
            check(indicator, "type", quotas.types(), awardTypes());
        } else if (selection instanceof Selection.Payments payments) {
            Set<String> all = new HashSet<>(activityTypes());
            all.addAll(awardTypes());
            all.addAll(deliverableTypes());
            check(indicator, "type", payments.types(), all);
        } else if (selection instanceof Selection.Deliverables deliverables) {
            check(indicator, "type", deliverables.types(), deliverableTypes());
            check(indicator, "state", deliverables.states(), DELIVERABLE_STATES);
        }
    }

    private void check(Indicator indicator, String what, Set<String> named, Collection<String> known) {
        named.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> found.add(Message.of("measure.rejected." + what, indicator.code(), name)));
    }

    private void dimensions(Indicator indicator, Selection selection) {
        Set<Dimension> possible = new HashSet<>();
        boolean persons = selection instanceof Selection.Children
                || selection instanceof Selection.Participants
                || selection instanceof Selection.Awards;
        if (persons) {
            possible.addAll(Set.of(Dimension.SEX, Dimension.GRADE_BAND, Dimension.TALENT));
        }
        if (persons || selection instanceof Selection.Deliverables) {
            possible.add(Dimension.LANGUAGE);
        }
        if (!(selection instanceof Selection.Children)) {
            possible.add(Dimension.TYPE);
        }
        indicator.by().stream()
                .filter(dimension -> !possible.contains(dimension))
                .forEach(dimension ->
                        found.add(Message.of("measure.rejected.dimension", indicator.code(), name(dimension))));
    }

    private static Message name(Dimension dimension) {
        return Message.of(
                "dimension." + dimension.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Set<Amount> amounts(Selection selection) {
        if (selection instanceof Selection.Activities) {
            return EnumSet.of(Amount.HOURS);
        }
        if (selection instanceof Selection.Awards) {
            return EnumSet.of(Amount.COST);
        }
        if (selection instanceof Selection.Quotas) {
            return EnumSet.of(Amount.CAP);
        }
        if (selection instanceof Selection.Payments) {
            return EnumSet.of(Amount.PAID);
        }
        return selection instanceof Selection.Deliverables
                ? EnumSet.of(Amount.REACH, Amount.COST)
                : EnumSet.noneOf(Amount.class);
    }

    private List<String> activityTypes() {
        return measure.activities().stream().map(ActivityType::code).toList();
    }

    private List<String> awardTypes() {
        return measure.awards().stream().map(AwardType::code).toList();
    }

    private List<String> deliverableTypes() {
        return measure.deliverables().stream().map(DeliverableType::code).toList();
    }
}
