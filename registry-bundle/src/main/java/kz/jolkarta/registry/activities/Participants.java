package kz.jolkarta.registry.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who takes part in activities. Seats are a hard limit held by the database. */
@Component(service = Participants.class)
public final class Participants {
    private static final String KIND = "participation";

    private final Ledger ledger;
    private final Activities activities;

    @Activate
    public Participants(@Reference Ledger ledger, @Reference Activities activities) {
        this.ledger = ledger;
        this.activities = activities;
    }

    /**
     * What became of an application.
     *
     * @param items the new participations
     * @param refused who may not take part, each with the objections
     * @param already who took part already and was left as they are
     */
    public record Outcome(List<Participant> items, Map<Long, List<Message>> refused, Set<Long> already) {
        public Outcome {
            items = List.copyOf(items);
        }

        public long count(ParticipationState state) {
            return items.stream().filter(p -> p.state() == state).count();
        }
    }

    public Page<Participant> list(
            User user, String measure, long activity, Optional<ParticipationState> state, Paging page) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            activities.visible(tx, user, installed, activity);
            List<Participant> rows = ParticipantStore.list(tx, activity, state, Ledger.reading(user), page).stream()
                    .map(p -> shown(user, p))
                    .toList();
            return page.page(rows, p -> Paging.key("", p.id()));
        });
    }

    /** @throws Problem CONFLICT when the activity takes no applications any more; INVALID for unknown persons */
    public Outcome apply(User user, String measure, long activity, Application application) {
        Installed installed = ledger.measures().require(measure);
        ParticipationState wish = Choice.of(ParticipationState.class, "state", application.state())
                .orElse(ParticipationState.ACCEPTED);
        if (wish != ParticipationState.ACCEPTED && wish != ParticipationState.APPLIED) {
            throw Problem.field("state", "record.choice", "applied, accepted");
        }
        Supplier<Outcome> work = () -> ledger.database().call(tx -> {
            Activity found = activities.writable(tx, user, installed, activity);
            if (found.state() != ActivityState.PLANNED && found.state() != ActivityState.OPEN) {
                throw Problem.conflict("activity.closed", ActivityState.MOVES.name(found.state()));
            }
            ActivityType type = installed
                    .activity(found.type())
                    .orElseThrow(() -> Problem.conflict("record.type-gone", found.type()));
            return apply(tx, user, found, type, application, wish);
        });
        return Duplicates.as(work, () -> Problem.conflict("record.moved"));
    }

    private Outcome apply(
            Tx tx, User user, Activity activity, ActivityType type, Application application, ParticipationState wish) {
        boolean children = type.audience() == Audience.CHILDREN;
        Collection<Long> ids = application.ids(type.audience());
        Scope scope = Ledger.writing(user);
        Map<Long, Person> people =
                children ? ledger.children(tx, "childIds", ids, scope) : ledger.staff(tx, "staffIds", ids, scope);
        Set<Long> already = ParticipantStore.known(tx, activity.id(), children ? "child_id" : "staff_id", ids);
        List<Long> fresh = ids.stream().filter(id -> !already.contains(id)).toList();
        Map<Long, List<Message>> refused =
                children ? ledger.objections(tx, type.who(), fresh, activity.starts()) : Map.of();
        List<Long> admitted =
                fresh.stream().filter(id -> !refused.containsKey(id)).toList();
        int seated = wish == ParticipationState.ACCEPTED ? seats(tx, activity.id(), admitted.size()) : 0;

        Instant now = ledger.clock().now();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<Long> created = new ArrayList<>();
        for (Long who : admitted) {
            ParticipationState state = wish == ParticipationState.APPLIED
                    ? wish
                    : rows.size() < seated ? ParticipationState.ACCEPTED : ParticipationState.WAITING;
            long id = ledger.database().nextId();
            Optional<Long> person = Optional.of(who);
            rows.add(ParticipantStore.row(
                    id,
                    activity.id(),
                    children ? person : Optional.empty(),
                    children ? Optional.empty() : person,
                    state,
                    now));
            entries.add(new Entry(
                    Action.CREATE, KIND, id, people.get(who).territory(), "activity=" + activity.id() + " " + state));
            created.add(id);
        }
        ParticipantStore.insert(tx, rows);
        ledger.record(tx, user, entries);
        List<Participant> items = ParticipantStore.list(tx, created).stream()
                .map(p -> shown(user, p))
                .toList();
        return new Outcome(items, new LinkedHashMap<>(refused), already);
    }

    /** Takes as many of the wanted seats as there are; each attempt is one conditional update. */
    private static int seats(Tx tx, long activity, int wanted) {
        int count = wanted;
        while (count > 0 && !ActivityStore.takeSeats(tx, activity, count)) {
            count = Math.min(count - 1, ActivityStore.freeSeats(tx, activity).orElse(count));
        }
        return Math.max(count, 0);
    }

    /** @throws Problem CONFLICT for an illegal move, or when no seat is left */
    public Participant move(User user, String measure, long activity, long id, StateChange change) {
        Installed installed = ledger.measures().require(measure);
        ParticipationState to = change.to(ParticipationState.class);
        return ledger.database().call(tx -> {
            Activity found = activities.writable(tx, user, installed, activity);
            Participant participant = ParticipantStore.find(tx, activity, id, Ledger.reading(user))
                    .orElseThrow(Problem::notFound);
            user.require(Right.RECORDS_WRITE, participant.territory());
            ParticipationState from = participant.state();
            ParticipationState.MOVES.check(from, to, change.reason());
            if (found.state() == ActivityState.CANCELLED) {
                throw Problem.conflict("activity.closed", ActivityState.MOVES.name(found.state()));
            }
            if (!ParticipantStore.move(tx, id, from, to, change.reason())) {
                throw Problem.conflict("record.moved");
            }
            if (to.seated() && !from.seated() && !ActivityStore.takeSeats(tx, activity, 1)) {
                throw Problem.conflict("activity.no-seat");
            }
            if (from.seated() && !to.seated()) {
                ActivityStore.freeSeat(tx, activity);
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, participant.territory(), from + " > " + to);
            return shown(user, ParticipantStore.list(tx, List.of(id)).get(0));
        });
    }

    private static Participant shown(User user, Participant participant) {
        boolean named = participant.child()
                ? Ledger.names(user, participant.territory())
                : user.scope(Right.ORGANISATIONS_READ).covers(participant.territory());
        return named ? participant : participant.withoutName();
    }
}
