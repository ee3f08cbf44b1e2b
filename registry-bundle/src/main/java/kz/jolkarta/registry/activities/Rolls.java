package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rolls of an activity's sessions: who was there. Nobody counts as having attended without one. */
@Component(service = Rolls.class)
public final class Rolls {
    private final Ledger ledger;
    private final Activities activities;

    @Activate
    public Rolls(@Reference Ledger ledger, @Reference Activities activities) {
        this.ledger = ledger;
        this.activities = activities;
    }

    public Page<Session> list(User user, String measure, long activity, Paging page) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            activities.visible(tx, user, installed, activity);
            return page.page(RollStore.list(tx, activity, Ledger.reading(user), page), s -> Paging.key("", s.id()));
        });
    }

    /** @throws Problem NOT_FOUND */
    public Session get(User user, String measure, long activity, long session) {
        Page<Session> next = list(user, measure, activity, new Paging(1, Paging.key("", session - 1)));
        return next.items().stream().filter(s -> s.id() == session).findFirst().orElseThrow(Problem::notFound);
    }

    /** @throws Problem CONFLICT unless the activity is open; INVALID for participations that are not accepted ones of it */
    public Session mark(User user, String measure, long activity, SessionInput input) {
        Installed installed = ledger.measures().require(measure);
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            Activity found = activities.writable(tx, user, installed, activity);
            if (found.state() != ActivityState.OPEN) {
                throw Problem.conflict("activity.roll-closed", ActivityState.MOVES.name(found.state()));
            }
            input.check(found, ledger.clock().today());
            Map<Long, String> accepted = RollStore.accepted(tx, activity);
            Scope scope = Ledger.writing(user);
            List<Long> strangers = Stream.concat(input.present().stream(), input.absent().stream())
                    .filter(p -> !accepted.containsKey(p) || !scope.covers(accepted.get(p)))
                    .toList();
            if (!strangers.isEmpty()) {
                throw Problem.field("present", "activity.session-strangers", Ledger.join(strangers))
                        .with("unknown", strangers);
            }
            List<Long> mine = accepted.keySet().stream()
                    .filter(p -> scope.covers(accepted.get(p)))
                    .toList();
            if (mine.isEmpty()) {
                throw Problem.conflict("activity.roll-empty");
            }
            RollStore.insert(tx, id, activity, input, user.id());
            RollStore.mark(tx, marks(id, mine, input));
            List<Entry> entries = new ArrayList<>();
            mine.forEach(p -> entries.add(
                    new Entry(Action.UPDATE, "participation", p, accepted.get(p), "roll " + input.heldOn())));
            ledger.record(tx, user, entries);
            List<Long> absent =
                    mine.stream().filter(p -> !input.present().contains(p)).toList();
            return new Session(id, input.heldOn(), input.topic(), List.copyOf(input.present()), absent);
        });
    }

    private static List<Map<String, Object>> marks(long session, List<Long> people, SessionInput input) {
        return people.stream()
                .map(p -> Map.<String, Object>of(
                        "session",
                        session,
                        "participation",
                        p,
                        "present",
                        input.present().contains(p)))
                .toList();
    }
}
