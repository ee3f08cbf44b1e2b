package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Individual road maps, one for a child and school year. Each keeps the version of the form that it was drawn up with. */
@Component(service = RoadMaps.class)
public final class RoadMaps {
    static final String KIND = "road-map";

    private final Ledger ledger;

    @Activate
    public RoadMaps(@Reference Ledger ledger, @Reference Forms forms) {
        this.ledger = ledger;
    }

    Page<RoadMapRow> list(User user, RoadMapFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        LocalDate today = ledger.clock().today();
        return page.page(
                ledger.database().read(tx -> RoadMapStore.list(tx, filter, scope, today, page)),
                row -> Paging.key(row.dueOn(), row.id()));
    }

    /** Notes the export and gives every map of the filter. */
    Rows<RoadMapRow> export(User user, RoadMapFilter filter) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        LocalDate today = ledger.clock().today();
        ledger.database().run(tx -> {
            long rows = RoadMapStore.count(tx, filter, scope, today);
            String detail = "rows=" + rows + " filters=" + filter.names();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            RoadMapStore.each(tx, filter, scope, today, visitor);
            return null;
        });
    }

    /** The newest school year first. @throws Problem NOT_FOUND for a child outside the caller's territories */
    List<RoadMapRow> ofChild(User user, long child) {
        return ledger.database().read(tx -> {
            child(tx, user, child);
            return RoadMapStore.ofChild(tx, child, ledger.clock().today());
        });
    }

    /**
     * Opens a road map, which is noted in the same transaction.
     *
     * @throws Problem NOT_FOUND
     */
    public RoadMap get(User user, long id) {
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            record(tx, user, Action.READ, found, "");
            return found;
        });
    }

    /**
     * Draws up the child's map of a school year with the newest published form.
     *
     * @throws Problem CONFLICT with its id when the child has one; INVALID with each value that does not fit the form
     */
    public RoadMap create(User user, long child, RoadMapInput input) {
        LocalDate today = ledger.clock().today();
        input.check(today);
        SchoolYear year = input.year(today);
        long id = ledger.database().nextId();
        try {
            return ledger.database().call(tx -> {
                Person person = child(tx, user, child);
                user.require(Right.CHILDREN_WRITE, person.territory());
                RoadMapStore.existing(tx, child, year.begins()).ifPresent(known -> {
                    throw known(year).with("id", known);
                });
                RoadMapForm form = FormStore.newestPublished(tx).orElseThrow();
                LocalDate due = input.dueOn() == null ? year.term(today) : input.dueOn();
                RoadMapStore.insert(
                        tx,
                        new RoadMapStore.New(
                                id,
                                child,
                                form.id(),
                                year.begins(),
                                due,
                                today,
                                user.id(),
                                ledger.clock().now()),
                        Content.json(form.content(), input.content()));
                RoadMap made = visible(tx, user, id);
                record(tx, user, Action.CREATE, made, "form " + form.number());
                return made;
            });
        } catch (ConstraintViolation atTheSameTime) {
            if (atTheSameTime.kind() == ConstraintViolation.Kind.UNIQUE) {
                throw known(year);
            }
            throw atTheSameTime;
        }
    }

    private static Problem known(SchoolYear year) {
        return Problem.conflict("roadmap.known", String.valueOf(year.begins()), String.valueOf(year.begins() + 1));
    }

    /** @throws Problem CONFLICT once it is approved; STALE with the difference when it was changed meanwhile */
    public RoadMap update(User user, long id, int version, RoadMapInput input) {
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            user.require(Right.CHILDREN_WRITE, found.territory());
            RoadMapInput sent = new RoadMapInput(
                    input.schoolYear() == null ? found.schoolYear() : input.schoolYear(),
                    input.dueOn() == null ? found.dueOn() : input.dueOn(),
                    input.content());
            if (found.state() != RoadMapState.DRAFT) {
                throw Problem.conflict("roadmap.fixed", RoadMapState.MOVES.name(found.state()));
            }
            if (found.version() != version) {
                throw Difference.stale(sent, found.input());
            }
            sent.check(today);
            if (sent.schoolYear() != found.schoolYear()) {
                throw Problem.field("schoolYear", "roadmap.year-fixed");
            }
            if (!RoadMapStore.update(tx, id, version, sent.dueOn(), Content.json(found.form(), sent.content()))) {
                throw Problem.conflict("record.moved");
            }
            record(tx, user, Action.UPDATE, found, Difference.names(sent, found.input()));
            return visible(tx, user, id);
        });
    }

    /**
     * Approves a draft, or closes a map. Approval needs every required field and a step; it closes the child's approved maps of earlier school
     * years, so that a child has one that holds.
     */
    public RoadMap move(User user, long id, OptionalInt version, StateChange change) {
        RoadMapState to = change.to(RoadMapState.class);
        LocalDate today = ledger.clock().today();
        return ledger.database().call(tx -> {
            RoadMap found = visible(tx, user, id);
            user.require(Right.AWARDS_APPROVE, found.territory());
            RoadMapState.MOVES.check(found.state(), to, change.reason());
            if (version.isPresent() && version.getAsInt() != found.version()) {
                throw Difference.version(version.getAsInt(), found.version());
            }
            boolean moved = to == RoadMapState.APPROVED
                    ? approve(tx, user, found, today)
                    : RoadMapStore.close(tx, id, found.version(), today, change.reason());
            if (!moved) {
                throw Problem.conflict("record.moved");
            }
            Action action = to == RoadMapState.APPROVED ? Action.APPROVE : Action.UPDATE;
            record(tx, user, action, found, found.state() + " > " + to);
            return visible(tx, user, id);
        });
    }

    private boolean approve(Tx tx, User user, RoadMap map, LocalDate today) {
        Content.requireWhole(map.form(), map.content());
        if (map.steps().stream().allMatch(step -> step.state() == StepState.DROPPED)) {
            throw Problem.conflict("roadmap.no-step");
        }
        List<Long> earlier = RoadMapStore.approvedBefore(tx, map.childId(), map.schoolYear());
        RoadMapStore.supersede(tx, earlier, today);
        ledger.record(
                tx,
                user,
                earlier.stream()
                        .map(id ->
                                new Entry(Action.UPDATE, KIND, id, map.territory(), "APPROVED > CLOSED by " + map.id()))
                        .toList());
        return RoadMapStore.approve(tx, map.id(), map.version(), today, user.id());
    }

    RoadMap visible(Tx tx, User user, long id) {
        Scope scope = user.require(Right.CHILDREN_READ);
        return RoadMapStore.find(tx, id, scope, ledger.clock().today())
                .orElseThrow(() -> Reach.roadMap(tx, user, Right.CHILDREN_READ, id));
    }

    private Person child(Tx tx, User user, long id) {
        return ledger.requireChild(tx, user, id);
    }

    void record(Tx tx, User user, Action action, RoadMap map, String detail) {
        ledger.record(tx, user, action, KIND, map.id(), map.territory(), detail);
    }
}
