package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;

/**
 * Holds that nobody is in two activities of a measure at the same time, where their kinds demand it. The persons are locked in the order of
 * their ids before they are looked at, so that two nodes cannot admit the same person at the same moment.
 */
final class Overlaps {
    private Overlaps() {}

    /**
     * Who of these has a place or waits in another activity of the measure whose days overlap; each with an objection that names it. Until the
     * transaction ends nobody else is told about these persons. It is asked before the activity itself is locked: whoever waits for a person must
     * not keep others from reading the activity.
     */
    static Map<Long, List<Message>> of(
            Tx tx, Installed measure, ActivityType type, Activity activity, Collection<Long> people) {
        return type.rule(Rule.OneAtATime.class).isEmpty()
                ? Map.of()
                : taken(tx, measure, type, activity.id(), activity.starts(), activity.ends(), people);
    }

    /** @throws Problem CONFLICT naming the other activity of the measure in which the person is on the same days */
    static void requireFree(Tx tx, Installed measure, Activity activity, long person) {
        measure.activity(activity.type())
                .map(type -> of(tx, measure, type, activity, List.of(person)))
                .flatMap(taken -> taken.values().stream().findFirst())
                .ifPresent(objections -> {
                    Message objection = objections.get(0);
                    throw Problem.conflict(objection.key(), objection.args().toArray());
                });
    }

    /** How many of those who have a place or wait in the activity would be in another one too. */
    static int on(Tx tx, Installed measure, ActivityType type, long activity, LocalDate starts, LocalDate ends) {
        if (type.rule(Rule.OneAtATime.class).isEmpty()) {
            return 0;
        }
        List<Long> people = OverlapStore.people(tx, type.audience() == Audience.CHILDREN, activity);
        return taken(tx, measure, type, activity, starts, ends, people).size();
    }

    private static Map<Long, List<Message>> taken(
            Tx tx,
            Installed measure,
            ActivityType type,
            long activity,
            LocalDate starts,
            LocalDate ends,
            Collection<Long> people) {
        boolean children = type.audience() == Audience.CHILDREN;
        OverlapStore.lock(tx, children, people.stream().sorted().toList());
        List<String> types = measure.activities().stream()
                .filter(t -> t.audience() == type.audience()
                        && t.rule(Rule.OneAtATime.class).isPresent())
                .map(ActivityType::code)
                .toList();
        Map<Long, List<Message>> taken = new LinkedHashMap<>();
        OverlapStore.taken(tx, children, measure.code(), types, activity, starts, ends, people)
                .forEach(other -> taken.putIfAbsent(other.person(), List.of(objection(other))));
        return taken;
    }

    private static Message objection(OverlapStore.Other other) {
        return Message.of(
                "activity.overlaps",
                other.title(),
                String.valueOf(other.activity()),
                other.starts().toString(),
                other.ends().toString());
    }
}
