package kz.jolkarta.core.internal.criteria;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;

/** The rule of an indicator in words. */
public final class Rules {
    private Rules() {}

    public static Message of(Indicator indicator, Measures.Installed measure) {
        Message figure = figure(indicator.figure(), measure);
        if (indicator.by().isEmpty()) {
            return figure;
        }
        return Message.of(
                "rule.by",
                figure,
                Phrases.enumeration(
                        indicator.by().stream().map(by -> name(by, measure)).toList()));
    }

    private static Message name(Dimension by, Measures.Installed measure) {
        return by.kind() == Dimension.Kind.FIELD
                ? Message.of(measure.code() + ".field." + by.field())
                : Phrases.label("dimension.", by.kind());
    }

    private static Message figure(Figure figure, Measures.Installed measure) {
        if (figure instanceof Figure.Count count) {
            return Message.of("rule.count", selection(count.of(), measure));
        }
        if (figure instanceof Figure.Sum sum) {
            return Message.of("rule.sum." + sum.amount().name().toLowerCase(Locale.ROOT), selection(sum.of(), measure));
        }
        if (figure instanceof Figure.Change change) {
            return Message.of("rule.change", selection(change.of(), measure));
        }
        Figure.Share share = (Figure.Share) figure;
        return Message.of("rule.share", selection(share.part(), measure), selection(share.whole(), measure));
    }

    private static Message selection(Selection selection, Measures.Installed measure) {
        if (selection instanceof Selection.Children children) {
            return Message.of("selection.children", Phrases.of(children.who()));
        }
        if (selection instanceof Selection.Participants p) {
            Message types = types(measure, p.types());
            Message who = p.minSessions() > 1
                    ? Message.of("selection.participants-regular", types, p.minSessions())
                    : Message.of("selection.participants", types);
            return p.who().equals(Criterion.everyone()) ? who : Message.of("selection.who", who, Phrases.of(p.who()));
        }
        if (selection instanceof Selection.Activities a) {
            return inStates(Message.of("selection.activities", types(measure, a.types())), "activity", a.states());
        }
        if (selection instanceof Selection.Awards a) {
            return inStates(Message.of("selection.awards", types(measure, a.types())), "award", a.states());
        }
        if (selection instanceof Selection.Quotas q) {
            return Message.of("selection.quotas", types(measure, q.types()));
        }
        if (selection instanceof Selection.Payments p) {
            return Message.of("selection.payments", types(measure, p.types()));
        }
        Selection.Deliverables d = (Selection.Deliverables) selection;
        return inStates(Message.of("selection.deliverables", types(measure, d.types())), "deliverable", d.states());
    }

    private static Message inStates(Message rows, String kind, Set<String> states) {
        if (states.isEmpty()) {
            return rows;
        }
        List<Message> names = states.stream()
                .sorted()
                .map(state -> Message.of("state." + kind + "." + state.toLowerCase(Locale.ROOT)))
                .toList();
        return Message.of("selection.states", rows, Phrases.enumeration(names));
    }

    /** Names of the kinds in the order of the declaration; "all kinds" when none is named. */
    private static Message types(Measures.Installed measure, Collection<String> types) {
        List<Message> names = Stream.of(
                        measure.activities().stream()
                                .map(ActivityType::code)
                                .map(code -> name(measure, "activity", code, types)),
                        measure.awards().stream().map(AwardType::code).map(code -> name(measure, "award", code, types)),
                        measure.deliverables().stream()
                                .map(DeliverableType::code)
                                .map(code -> name(measure, "deliverable", code, types)))
                .flatMap(all -> all)
                .flatMap(Optional::stream)
                .toList();
        return names.isEmpty() ? Message.of("selection.all-types") : Phrases.enumeration(names);
    }

    private static Optional<Message> name(
            Measures.Installed measure, String kind, String code, Collection<String> wanted) {
        return wanted.contains(code)
                ? Optional.of(Message.of(measure.code() + "." + kind + "." + code))
                : Optional.empty();
    }
}
