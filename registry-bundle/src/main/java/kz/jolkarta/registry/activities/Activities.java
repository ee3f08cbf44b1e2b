package kz.jolkarta.registry.activities;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.Territories.Territory;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The activities of installed measures. Those outside the caller's territories answer exactly as unknown ones. */
@Component(service = Activities.class)
public final class Activities {
    private static final String KIND = "activity";

    private final Ledger ledger;
    private final Seats seats;

    @Activate
    public Activities(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.seats = new Seats(ledger);
    }

    public Page<Activity> list(User user, String measure, ActivityFilter filter, Paging page) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return ledger.database()
                .call(tx -> page.page(
                        ActivityStore.list(tx, filter, installed.code(), scope, staff(user), page),
                        ActivityFilter.Order::key));
    }

    /** How many the measure has in each state, within the user's reach. */
    public Map<ActivityState, Long> counts(User user, String measure) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        return ledger.database().call(tx -> ActivityStore.counts(tx, installed.code(), scope));
    }

    /** Notes the export and gives every activity of the filter. */
    public Rows<Activity> export(User user, String measure, ActivityFilter filter) {
        Installed installed = ledger.measures().require(measure);
        Scope scope = Ledger.reading(user);
        ledger.database().run(tx -> {
            long rows = ActivityStore.count(tx, filter, installed.code(), scope);
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), measure + " rows=" + rows);
        });
        return visitor -> ledger.database().read(tx -> {
            ActivityStore.each(tx, filter, installed.code(), scope, staff(user), visitor);
            return null;
        });
    }

    /** @throws Problem NOT_FOUND */
    public Activity get(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> visible(tx, user, installed, id));
    }

    /** @throws Problem NOT_FOUND for a number that was not given out, or to nobody and for nothing within reach */
    public Certificate certificate(User user, String number) {
        Scope scope = Ledger.reading(user);
        return ledger.database()
                .call(tx -> CertificateStore.find(tx, number.strip(), scope, staff(user)))
                .orElseThrow(Problem::notFound);
    }

    public Activity create(User user, String measure, ActivityInput input) {
        Installed installed = ledger.measures().require(measure);
        Checked checked = checked(user, installed, input);
        ledger.requireRun(measure, input.territory(), input.starts());
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            checked.rules().check(tx, ledger, Ledger.writing(user));
            ActivityStore.insert(
                    tx,
                    id,
                    measure,
                    input,
                    checked.fields(),
                    user.id(),
                    ledger.clock().now());
            ledger.record(tx, user, Action.CREATE, KIND, id, input.territory(), measure + "/" + input.type());
            Activity made = visible(tx, user, installed, id);
            seats.changed(tx, user, made);
            return made;
        });
    }

    /** @throws Problem STALE with the difference when it was changed meanwhile; CONFLICT once it is held or cancelled */
    public Activity update(User user, String measure, long id, int version, ActivityInput input) {
        Installed installed = ledger.measures().require(measure);
        Checked checked = checked(user, installed, input);
        Activity before = get(user, measure, id);
        if (!before.territory().equals(input.territory()) || !before.starts().equals(input.starts())) {
            ledger.requireRun(measure, input.territory(), input.starts());
        }
        return ledger.database().call(tx -> {
            Activity found = writable(tx, user, installed, id);
            if (found.version() != version) {
                throw Difference.stale(input, found.input());
            }
            if (!found.type().equals(input.type())) {
                throw Problem.field("type", "record.type-fixed");
            }
            if (ActivityState.MOVES.after(found.state()).isEmpty()) {
                throw Problem.conflict("record.final", ActivityState.MOVES.name(found.state()));
            }
            // A leader who has moved on to an organisation out of reach stays the leader.
            boolean sameLeader = Objects.equals(found.leaderId(), input.leaderId());
            checked.rules().check(tx, ledger, sameLeader ? Scope.COUNTRY : Ledger.writing(user));
            if (input.seats() != null && input.seats() < found.seatsTaken()) {
                throw Problem.field("seats", "activity.seats-below", found.seatsTaken());
            }
            if (!ActivityStore.update(tx, id, version, input, checked.fields())) {
                throw Difference.stale(input, visible(tx, user, installed, id).input());
            }
            if (!found.starts().equals(input.starts()) || !found.ends().equals(input.ends())) {
                requireNoOverlap(tx, installed, checked.type(), id, input);
                fulfil(tx, user, id);
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, input.territory(), measure + "/" + input.type());
            if (!Objects.equals(input.seats(), found.seats())) {
                seats.changed(tx, user, visible(tx, user, installed, id));
            }
            return visible(tx, user, installed, id);
        });
    }

    /**
     * Brings an activity into another state; HELD settles who attended by the roll.
     *
     * @param version the version the caller saw, when told
     */
    public Activity move(User user, String measure, long id, OptionalInt version, StateChange change) {
        Installed installed = ledger.measures().require(measure);
        ActivityState to = change.to(ActivityState.class);
        return ledger.database().call(tx -> {
            Activity found = writable(tx, user, installed, id);
            ActivityState.MOVES.check(found.state(), to, change.reason());
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            if (to == ActivityState.OPEN) {
                installed.activity(found.type()).ifPresent(type -> recheck(tx, type, found));
            }
            if (!ActivityStore.move(tx, id, found.state(), to, change.reason())) {
                throw Problem.conflict("record.moved");
            }
            if (to == ActivityState.HELD) {
                settle(tx, user, installed, found);
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, found.territory(), found.state() + " > " + to);
            fulfil(tx, user, id);
            return visible(tx, user, installed, id);
        });
    }

    /** Between planning and opening the rules or the leader's position may have changed. */
    private void recheck(Tx tx, ActivityType type, Activity found) {
        ActivityRules rules = new ActivityRules(type, found.input());
        rules.check(ledger.requireTerritory(found.territory()));
        rules.check(tx, ledger, Scope.COUNTRY);
    }

    /** Steps of the children's road maps follow who has attended. */
    private void fulfil(Tx tx, User user, long activity) {
        Fulfilment.settle(tx, ledger, user, ParticipantStore.attended(tx, activity));
    }

    private static void requireNoOverlap(
            Tx tx, Installed measure, ActivityType type, long activity, ActivityInput input) {
        int taken = Overlaps.on(tx, measure, type, activity, input.starts(), input.ends());
        if (taken > 0) {
            throw Problem.field("starts", "activity.overlaps-moved", taken);
        }
    }

    private void settle(Tx tx, User user, Installed measure, Activity activity) {
        if (activity.starts().isAfter(ledger.clock().today())) {
            throw Problem.conflict("activity.not-begun", activity.starts().toString());
        }
        if (RollStore.missing(tx, activity.id())) {
            throw Problem.conflict("activity.roll-missing");
        }
        ledger.record(tx, user, RollStore.settle(tx, activity.id()));
        boolean certified = measure.activity(activity.type())
                .filter(type -> type.audience() == Audience.STAFF)
                .flatMap(type -> type.rule(Rule.Certified.class))
                .isPresent();
        if (certified) {
            CertificateStore.number(tx, measure.clause().number(), activity);
        }
    }

    Activity visible(Tx tx, User user, Installed measure, long id) {
        return ActivityStore.find(tx, measure.code(), id, Ledger.reading(user), staff(user))
                .orElseThrow(Problem::notFound);
    }

    Activity writable(Tx tx, User user, Installed measure, long id) {
        Activity found = visible(tx, user, measure, id);
        user.require(Right.RECORDS_WRITE, found.territory());
        return found;
    }

    private static Scope staff(User user) {
        return user.scope(Right.ORGANISATIONS_READ);
    }

    private record Checked(ActivityType type, ActivityRules rules, String fields) {}

    private Checked checked(User user, Installed measure, ActivityInput input) {
        input.check();
        ActivityType type = measure.activity(input.type())
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        Territory territory = ledger.requireTerritory(input.territory());
        user.require(Right.RECORDS_WRITE, input.territory());
        String fields = FieldValues.json(type.fields(), input.fields());
        ActivityRules rules = new ActivityRules(type, input);
        rules.check(territory);
        return new Checked(type, rules, fields);
    }
}
