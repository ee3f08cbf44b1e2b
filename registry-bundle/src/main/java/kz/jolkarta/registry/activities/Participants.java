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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import kz.jolkarta.registry.allocation.Standing;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Met;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who takes part in activities. Seats are a hard limit held by the database. */
@Component(service = Participants.class)
public final class Participants {
    private static final String KIND = "participation";

    private final Ledger ledger;
    private final Activities activities;
    private final Seats seats;

    @Activate
    public Participants(@Reference Ledger ledger, @Reference Activities activities) {
        this.ledger = ledger;
        this.activities = activities;
        this.seats = new Seats(ledger);
    }

    /**
     * What became of an application.
     *
     * @param children whether children applied, and not staff
     * @param items the new participations
     * @param refused who may not take part, each with the objections
     * @param already who took part already and was left as they are
     */
    public record Outcome(
            boolean children, List<Participant> items, Map<Long, List<Message>> refused, Set<Long> already) {
        public Outcome {
            items = List.copyOf(items);
        }

        public long count(ParticipationState state) {
            return items.stream().filter(p -> p.state() == state).count();
        }
    }

    public Page<Participant> list(
            User user, String measure, long activity, Optional<ParticipationState> state, Paging page) {
        return list(user, measure, activity, state, "", page);
    }

    /** @param sort by when they applied, or by name for who may read the children's */
    Page<Participant> list(
            User user, String measure, long activity, Optional<ParticipationState> state, String sort, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Order<ParticipantStore.Ranked> order = ParticipantStore.ORDERS.of(sort);
        if (sort != null && sort.endsWith("name")) {
            user.require(Right.CHILDREN_READ);
        }
        return ledger.database().call(tx -> {
            activities.visible(tx, user, installed, activity);
            Page<ParticipantStore.Ranked> found =
                    order.page(page, ParticipantStore.list(tx, activity, state, Ledger.reading(user), order, page));
            return new Page<>(
                    found.items().stream().map(r -> shown(user, r.who())).toList(), found.next());
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
            Activity seen = activities.writable(tx, user, installed, activity);
            ActivityType type = installed
                    .activity(seen.type())
                    .orElseThrow(() -> Problem.conflict("record.type-gone", seen.type()));
            Map<Long, List<Message>> elsewhere =
                    Overlaps.of(tx, installed, type, seen, application.ids(type.audience()));
            Standing standing = seats.lock(tx, activity);
            Activity found = activities.writable(tx, user, installed, activity);
            requireAhead(found);
            requireSameDays(seen, found);
            return apply(tx, user, found, standing, type, application, wish, elsewhere);
        });
        return Duplicates.as(work, () -> Problem.conflict("record.moved"));
    }

    private Outcome apply(
            Tx tx,
            User user,
            Activity activity,
            Standing standing,
            ActivityType type,
            Application application,
            ParticipationState wish,
            Map<Long, List<Message>> elsewhere) {
        boolean children = type.audience() == Audience.CHILDREN;
        Collection<Long> ids = application.ids(type.audience());
        Scope scope = Ledger.writing(user);
        Map<Long, Person> people =
                children ? ledger.children(tx, "childIds", ids, scope) : ledger.staff(tx, "staffIds", ids, scope);
        Set<Long> already = ParticipantStore.known(tx, activity.id(), children ? "child_id" : "staff_id", ids);
        List<Long> fresh = ids.stream().filter(id -> !already.contains(id)).toList();
        Map<Long, List<Message>> refused = new LinkedHashMap<>(elsewhere);
        refused.keySet().retainAll(fresh);
        if (children) {
            ledger.objections(tx, type.who(), fresh, activity.starts())
                    .forEach((child, objections) -> refused.merge(child, objections, Participants::joined));
        }
        List<Long> admitted =
                fresh.stream().filter(id -> !refused.containsKey(id)).toList();
        Instant now = ledger.clock().now();
        Map<Long, Ticket> tickets = new LinkedHashMap<>();
        admitted.forEach(who -> tickets.put(who, new Ticket(ledger.database().nextId(), now)));
        Set<Long> seated = wish == ParticipationState.ACCEPTED
                ? seats.admit(tx, user, activity, standing, tickets.values())
                : Set.of();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<Long> created = new ArrayList<>();
        for (Long who : admitted) {
            long id = tickets.get(who).member();
            ParticipationState state = wish == ParticipationState.APPLIED
                    ? wish
                    : seated.contains(id) ? ParticipationState.ACCEPTED : ParticipationState.WAITING;
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
        return new Outcome(children, items, refused, already);
    }

    /**
     * The conditions of the activity's kind with whether each of these children meets them, for those within the user's reach.
     *
     * @throws Problem NOT_FOUND
     */
    public Map<Long, List<Met>> conditions(User user, String measure, long activity, Collection<Long> children) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> {
            Activity found = activities.visible(tx, user, installed, activity);
            Collection<Long> within = ledger.visibleChildren(tx, children, user.scope(Right.CHILDREN_READ))
                    .keySet();
            return installed
                    .activity(found.type())
                    .map(type -> ledger.conditions(tx, type.who(), within, found.starts()))
                    .orElse(Map.of());
        });
    }

    /** What the children or members of staff are called, of those the user may see. */
    public Map<Long, String> names(User user, boolean children, Collection<Long> ids) {
        return ledger
                .database()
                .call(tx -> children
                        ? ledger.visibleChildren(tx, ids, user.scope(Right.CHILDREN_READ))
                        : ledger.visibleStaff(tx, ids, user.scope(Right.ORGANISATIONS_READ)))
                .values()
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    private static List<Message> joined(List<Message> some, List<Message> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static void requireSameDays(Activity seen, Activity found) {
        if (!seen.starts().equals(found.starts()) || !seen.ends().equals(found.ends())) {
            throw Problem.conflict("record.moved");
        }
    }

    private static void requireAhead(Activity activity) {
        if (activity.state() != ActivityState.PLANNED && activity.state() != ActivityState.OPEN) {
            throw Problem.conflict("activity.closed", ActivityState.MOVES.name(activity.state()));
        }
    }

    /**
     * Decides on an application. Who is accepted when no seat is left waits, and who is put on the waiting list while one is free has it.
     *
     * @throws Problem CONFLICT for an illegal move, or when no seat is left for one who waits
     */
    public Participant move(User user, String measure, long activity, long id, StateChange change) {
        Installed installed = ledger.measures().require(measure);
        ParticipationState to = change.to(ParticipationState.class);
        return ledger.database().call(tx -> {
            Activity seen = activities.writable(tx, user, installed, activity);
            if (to == ParticipationState.ACCEPTED || to == ParticipationState.WAITING) {
                ParticipantStore.find(tx, activity, id, Ledger.reading(user))
                        .filter(p -> p.state() == ParticipationState.APPLIED)
                        .ifPresent(
                                p -> Overlaps.requireFree(tx, installed, seen, p.child() ? p.childId() : p.staffId()));
            }
            Standing standing = seats.lock(tx, activity);
            Activity found = activities.writable(tx, user, installed, activity);
            requireSameDays(seen, found);
            Participant participant = ParticipantStore.find(tx, activity, id, Ledger.reading(user))
                    .orElseThrow(Problem::notFound);
            user.require(Right.RECORDS_WRITE, participant.territory());
            ParticipationState from = participant.state();
            ParticipationState.MOVES.check(from, to, change.reason());
            if (found.state() == ActivityState.CANCELLED) {
                throw Problem.conflict("activity.closed", ActivityState.MOVES.name(found.state()));
            }
            if (from == ParticipationState.WAITING && to == ParticipationState.ACCEPTED) {
                requireAhead(found);
                seats.again(tx, user, found, standing);
            } else {
                move(tx, user, found, standing, participant, to, change.reason());
            }
            Participant moved = ParticipantStore.list(tx, List.of(id)).get(0);
            if (moved.state() == from) {
                throw Problem.conflict("activity.no-seat");
            }
            return shown(user, moved);
        });
    }

    private void move(
            Tx tx,
            User user,
            Activity activity,
            Standing standing,
            Participant participant,
            ParticipationState wish,
            String reason) {
        ParticipationState from = participant.state();
        ParticipationState to = wish;
        if (from == ParticipationState.APPLIED && wish != ParticipationState.REFUSED) {
            requireAhead(activity);
            boolean seated = !seats.admit(tx, user, activity, standing, ParticipantStore.tickets(tx, participant.id()))
                    .isEmpty();
            to = seated ? ParticipationState.ACCEPTED : ParticipationState.WAITING;
        }
        if (!ParticipantStore.move(tx, participant.id(), from, to, reason)) {
            throw Problem.conflict("record.moved");
        }
        ledger.record(tx, user, Action.UPDATE, KIND, participant.id(), participant.territory(), from + " > " + to);
        if (participant.child() && to == ParticipationState.ATTENDED) {
            Fulfilment.settle(tx, ledger, user, List.of(participant.childId()));
        }
        if (to == ParticipationState.REFUSED && from != ParticipationState.APPLIED) {
            seats.leave(tx, user, activity, standing, participant.id(), from.seated());
        }
    }

    private static Participant shown(User user, Participant participant) {
        boolean named = participant.child()
                ? Ledger.names(user, participant.territory())
                : user.scope(Right.ORGANISATIONS_READ).covers(participant.territory());
        return named ? participant : participant.withoutName();
    }
}
