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
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.OrganisationKind;

/** A selection of rows in words. */
final class Selections {
    private Selections() {}

    static Message of(Selection selection, Measures.Installed measure) {
        if (selection instanceof Selection.Children children) {
            return Message.of("selection.children", Phrases.of(children.who()));
        }
        if (selection instanceof Selection.Participants p) {
            Message types = types(measure, p.types());
            Message who = p.minSessions() > 1
                    ? Message.of("selection.participants-regular", types, p.minSessions())
                    : Message.of("selection.participants", types);
            return who(who, p.who());
        }
        if (selection instanceof Selection.Guests g) {
            return who(Message.of("selection.guests", kinds(g.venues())), g.who());
        }
        if (selection instanceof Selection.Organisations o) {
            return organisations(o);
        }
        if (selection instanceof Selection.Caseload) {
            return Message.of("selection.caseload");
        }
        if (selection instanceof Selection.RoadMaps m) {
            return inStates(Message.of("selection.road-maps"), "road-map", m.states());
        }
        if (selection instanceof Selection.RoadMapSteps s) {
            return inStates(Message.of("selection.road-map-steps"), "road-map-step", s.states());
        }
        if (selection instanceof Selection.RoadMapForms) {
            return Message.of("selection.road-map-forms");
        }
        if (selection instanceof Selection.Doubts) {
            return Message.of("selection.doubts");
        }
        return records(selection, measure);
    }

    private static Message records(Selection selection, Measures.Installed measure) {
        if (selection instanceof Selection.Activities a) {
            return inStates(Message.of("selection.activities", types(measure, a.types())), "activity", a.states());
        }
        if (selection instanceof Selection.Applications a) {
            return inStates(
                    Message.of("selection.applications", types(measure, a.types())), "participation", a.states());
        }
        if (selection instanceof Selection.Staff s) {
            return Message.of("selection.staff", types(measure, s.types()));
        }
        if (selection instanceof Selection.DistrictsWithout d) {
            return Message.of("selection.districts-without", types(measure, d.types()));
        }
        if (selection instanceof Selection.Awards a) {
            return inStates(Message.of("selection.awards", types(measure, a.types())), "award", a.states());
        }
        if (selection instanceof Selection.Results r) {
            return inStates(Message.of("selection.results", types(measure, r.types())), "award", r.states());
        }
        if (selection instanceof Selection.Quotas q) {
            return Message.of("selection.quotas", types(measure, q.types()));
        }
        if (selection instanceof Selection.Payments p) {
            return Message.of("selection.payments", types(measure, p.types()));
        }
        if (selection instanceof Selection.Authors a) {
            return Message.of("selection.authors", types(measure, a.types()));
        }
        Selection.Deliverables d = (Selection.Deliverables) selection;
        return inStates(Message.of("selection.deliverables", types(measure, d.types())), "deliverable", d.states());
    }

    private static Message organisations(Selection.Organisations of) {
        Message all = Message.of("selection.organisations", kinds(of.kinds()));
        return of.having() == Selection.Organisations.Having.ANYTHING
                ? all
                : Message.of("selection.having", all, Phrases.label("selection.having.", of.having()));
    }

    /** Names of the kinds of organisation; "all kinds" when none is named. */
    static Message kinds(Set<OrganisationKind> kinds) {
        return kinds.isEmpty()
                ? Message.of("selection.all-types")
                : Phrases.labels("organisation-kind.", kinds.stream());
    }

    private static Message who(Message rows, Criterion who) {
        return who.equals(Criterion.everyone()) ? rows : Message.of("selection.who", rows, Phrases.of(who));
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

    /** Names of the kinds of record in the order of the declaration; "all kinds" when none is named. */
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
