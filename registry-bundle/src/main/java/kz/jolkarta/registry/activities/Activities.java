package kz.jolkarta.registry.activities;

import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
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
                        ActivityStore.list(tx, filter, installed.code(), scope, page), ActivityFilter.Order::key));
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
            ActivityStore.each(tx, filter, installed.code(), scope, visitor);
            return null;
        });
    }

    /** @throws Problem NOT_FOUND */
    public Activity get(User user, String measure, long id) {
        Installed installed = ledger.measures().require(measure);
        return ledger.database().call(tx -> visible(tx, user, installed, id));
    }

    public Activity create(User user, String measure, ActivityInput input) {
        Installed installed = ledger.measures().require(measure);
        String fields = checked(user, installed, input);
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            requireOrganisation(tx, input);
            ActivityStore.insert(
                    tx, id, measure, input, fields, user.id(), ledger.clock().now());
            ledger.record(tx, user, Action.CREATE, KIND, id, input.territory(), measure + "/" + input.type());
            Activity made = visible(tx, user, installed, id);
            seats.changed(tx, user, made);
            return made;
        });
    }

    /** @throws Problem STALE with the difference when it was changed meanwhile; CONFLICT once it is held or cancelled */
    public Activity update(User user, String measure, long id, int version, ActivityInput input) {
        Installed installed = ledger.measures().require(measure);
        String fields = checked(user, installed, input);
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
            requireOrganisation(tx, input);
            if (input.seats() != null && input.seats() < found.seatsTaken()) {
                throw Problem.field("seats", "activity.seats-below", found.seatsTaken());
            }
            if (!ActivityStore.update(tx, id, version, input, fields)) {
                throw Difference.stale(input, visible(tx, user, installed, id).input());
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, input.territory(), measure + "/" + input.type());
            if (!java.util.Objects.equals(input.seats(), found.seats())) {
                seats.changed(tx, user, found);
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
            if (!ActivityStore.move(tx, id, found.state(), to, change.reason())) {
                throw Problem.conflict("record.moved");
            }
            if (to == ActivityState.HELD) {
                settle(tx, user, found);
            }
            ledger.record(tx, user, Action.UPDATE, KIND, id, found.territory(), found.state() + " > " + to);
            return visible(tx, user, installed, id);
        });
    }

    private void settle(Tx tx, User user, Activity activity) {
        if (activity.starts().isAfter(ledger.clock().today())) {
            throw Problem.conflict("activity.not-begun", activity.starts().toString());
        }
        if (RollStore.missing(tx, activity.id())) {
            throw Problem.conflict("activity.roll-missing");
        }
        ledger.record(tx, user, RollStore.settle(tx, activity.id()));
    }

    Activity visible(Tx tx, User user, Installed measure, long id) {
        return ActivityStore.find(tx, measure.code(), id, Ledger.reading(user)).orElseThrow(Problem::notFound);
    }

    Activity writable(Tx tx, User user, Installed measure, long id) {
        Activity found = visible(tx, user, measure, id);
        user.require(Right.RECORDS_WRITE, found.territory());
        return found;
    }

    private String checked(User user, Installed measure, ActivityInput input) {
        input.check();
        ActivityType type = measure.activity(input.type())
                .orElseThrow(() -> Problem.field("type", "record.type-unknown", measure.code()));
        ledger.requireTerritory(input.territory());
        user.require(Right.RECORDS_WRITE, input.territory());
        return FieldValues.json(type.fields(), input.fields());
    }

    private static void requireOrganisation(Tx tx, ActivityInput input) {
        if (input.organisationId() != null && !ActivityStore.organisationExists(tx, input.organisationId())) {
            throw Problem.field("organisationId", "record.organisation-unknown");
        }
    }
}
