package kz.jolkarta.registry.departures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.activities.SeatLeaving;
import kz.jolkarta.registry.activities.SeatShift;
import kz.jolkarta.registry.awards.AwardLeaving;
import kz.jolkarta.registry.awards.AwardShift;
import kz.jolkarta.registry.departures.DepartureStore.Kept;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import kz.jolkarta.registry.roadmaps.MapClosing;
import kz.jolkarta.registry.roadmaps.MapClosing.Closed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Children leave school and come back. What lies ahead of one that leaves is given back to those who wait, what is paid monthly ends, and the road
 * map is closed when a conclusion is sent with it.
 */
@Component(service = Departures.class)
public final class Departures {
    private final Ledger ledger;
    private final Texts texts;
    private final Residences residences;
    private final AwardLeaving awards;
    private final SeatLeaving seats;
    private final MapClosing maps;

    @Activate
    public Departures(@Reference Ledger ledger, @Reference Texts texts, @Reference Residences residences) {
        this.ledger = ledger;
        this.texts = texts;
        this.residences = residences;
        this.awards = new AwardLeaving(ledger);
        this.seats = new SeatLeaving(ledger);
        this.maps = new MapClosing(ledger);
    }

    /** The child as it stands, for who may change it. @throws Problem NOT_FOUND; FORBIDDEN */
    Leaver of(Caller caller, long child) {
        return ledger.database().read(tx -> writable(tx, caller.user(), child));
    }

    /** The newest first. @throws Problem NOT_FOUND for a child outside the caller's territories */
    Page<Departure> list(Caller caller, long child) {
        return ledger.database()
                .read(tx -> new Page<>(
                        DepartureStore.ofChild(
                                tx, visible(tx, caller.user(), child).id()),
                        null));
    }

    /**
     * What leaving on a day would change; nothing is changed.
     *
     * @throws Problem as {@link #leave}
     */
    Outcome preview(Caller caller, long child, LocalDate day) {
        User user = caller.user();
        LocalDate on = day == null ? ledger.clock().today() : day;
        return ledger.database().read(tx -> {
            Leaver found = writable(tx, user, child);
            requirePresent(found, on);
            Effects effects = Effects.of(
                    SeatLeaving.ahead(tx, child, on),
                    awards.ahead(tx, child, on),
                    awards.monthly(tx, child, on),
                    maps.approved(tx, child),
                    DepartureStore.undecided(tx, child));
            return new Outcome(
                    null, effects, warnings(caller, effects, effects.roadMaps().isEmpty()), found.version());
        });
    }

    /**
     * Lets a child leave.
     *
     * @param version of the child, as the caller saw it
     * @throws Problem NOT_FOUND; FORBIDDEN outside the caller's territories, or for a conclusion without the right to close road maps; STALE;
     *     CONFLICT for a child that left already or is archived; INVALID with every wrong field
     */
    Outcome leave(Caller caller, long child, int version, DepartureInput input) {
        User user = caller.user();
        input.check(ledger.clock().today());
        return ledger.database().call(tx -> {
            Leaver found = writable(tx, user, child);
            requireVersion(found, version);
            requirePresent(found, input.onDay());
            if (!DepartureStore.settle(
                    tx,
                    found,
                    Leaver.LEFT,
                    Optional.of(input.onDay()),
                    ledger.clock().now())) {
                throw Problem.conflict("record.moved");
            }
            String reason = texts.text(caller.language(), Message.of("departure.given-back", input.onDay()));
            List<SeatShift> given = seats.leave(tx, user, child, found.territory(), input.onDay(), reason);
            List<AwardShift> refused = awards.leave(tx, user, child, input.onDay(), reason);
            List<AwardShift> ended = awards.end(tx, user, child, input.onDay());
            Fulfilment.settle(tx, ledger, user, List.of(child));
            List<Closed> closed = input.conclusion() == null
                    ? List.of()
                    : maps.close(tx, user, child, found.territory(), input.conclusion());
            Journal journal = new Journal(found.state(), found.leftOn().orElse(null), given, refused, ended, closed);
            long id = ledger.database().nextId();
            insert(tx, user, id, found, input, journal);
            ledger.record(
                    tx,
                    user,
                    Action.UPDATE,
                    Reach.CHILD,
                    child,
                    found.territory(),
                    found.state() + " > LEFT, departure " + id);
            Effects effects = Effects.of(given, refused, ended, closed, DepartureStore.undecided(tx, child));
            boolean closedAll = maps.approved(tx, child).isEmpty();
            return new Outcome(departure(tx, id), effects, warnings(caller, effects, closedAll), version + 1);
        });
    }

    private void insert(Tx tx, User user, long id, Leaver child, DepartureInput input, Journal journal) {
        Map<String, Object> row = DepartureStore.row(
                id,
                child,
                Leaver.LEFT,
                input.onDay(),
                input.reason(),
                user.id(),
                ledger.clock().now());
        row.put("ground", input.kind());
        row.put("where", input.whereTo());
        row.put("journal", journal.json());
        DepartureStore.insert(tx, List.of(row));
    }

    /**
     * Takes a departure back as if it had never been; what somebody has touched since stays, and is told.
     *
     * @throws Problem CONFLICT when the child is back already, or archived
     */
    Outcome undo(Caller caller, long child, long id) {
        User user = caller.user();
        return ledger.database().call(tx -> {
            Leaver found = writable(tx, user, child);
            Kept kept = DepartureStore.find(tx, id)
                    .filter(departure ->
                            departure.child() == child && !departure.journal().isEmpty())
                    .orElseThrow(Problem::notFound);
            if (kept.departure().endedAt() != null || !found.state().equals(Leaver.LEFT)) {
                throw Problem.conflict("departure.over");
            }
            Instant now = ledger.clock().now();
            Journal journal = Journal.of(kept.journal());
            if (!DepartureStore.settle(tx, found, journal.state(), Optional.ofNullable(journal.leftOn()), now)) {
                throw Problem.conflict("record.moved");
            }
            List<Closed> closed = maps.back(tx, user, child, found.territory(), journal.maps());
            Effects left = Effects.of(
                    seats.back(tx, user, found.territory(), journal.seats()),
                    awards.back(tx, user, journal.awards()),
                    awards.goOn(tx, user, journal.monthly()),
                    closed,
                    List.of());
            Fulfilment.settle(tx, ledger, user, List.of(child));
            DepartureStore.end(tx, List.of(child), Leaver.LEFT, user.id(), now);
            ledger.record(tx, user, Action.UNDO, Reach.CHILD, child, found.territory(), "departure " + id);
            return new Outcome(departure(tx, id), left, List.of(), found.version() + 1);
        });
    }

    /**
     * A child that left comes back; the time between is kept, so that no figure of a past day counts it.
     *
     * @throws Problem CONFLICT for a child that did not leave, or is archived; INVALID for a day before it left or an unknown school
     */
    Outcome back(Caller caller, long child, int version, ReturnInput input) {
        User user = caller.user();
        input.check(ledger.clock().today());
        return ledger.database().call(tx -> {
            Leaver found = writable(tx, user, child);
            requireVersion(found, version);
            if (!found.state().equals(Leaver.LEFT)) {
                throw Problem.conflict(
                        found.state().equals(Leaver.ARCHIVED) ? "departure.archived" : "departure.not-left");
            }
            found.leftOn().filter(day -> day.isAfter(input.onDay())).ifPresent(day -> {
                throw Problem.field("onDay", "departure.before-leaving", day);
            });
            if (input.schoolId() != null && !DepartureStore.schoolKnown(tx, input.schoolId())) {
                throw Problem.field("school", "record.organisation-unknown");
            }
            found.leftOn().ifPresent(day -> residences.leave(tx, user, child, day));
            Instant now = ledger.clock().now();
            if (!DepartureStore.backAt(tx, found, input, now)) {
                throw Problem.conflict("record.moved");
            }
            DepartureStore.end(tx, List.of(child), Leaver.LEFT, user.id(), now);
            ledger.record(tx, user, Action.UPDATE, Reach.CHILD, child, found.territory(), "LEFT > ACTIVE");
            List<Departure> all = DepartureStore.ofChild(tx, child);
            return new Outcome(all.isEmpty() ? null : all.get(0), null, List.of(), version + 1);
        });
    }

    private List<String> warnings(Caller caller, Effects effects, boolean closed) {
        return java.util.stream.Stream.of(
                        closed ? "" : "departure.map-stays", effects.undecided().isEmpty() ? "" : "departure.undecided")
                .filter(key -> !key.isEmpty())
                .map(key -> texts.text(caller.language(), Message.of(key)))
                .toList();
    }

    private static Departure departure(Tx tx, long id) {
        return DepartureStore.find(tx, id).orElseThrow().departure();
    }

    private static void requirePresent(Leaver child, LocalDate day) {
        if (child.state().equals(Leaver.ARCHIVED)) {
            throw Problem.conflict("departure.archived");
        }
        // Whom a list or a form let leave without a day can still be given one.
        if (child.state().equals(Leaver.LEFT) && child.leftOn().isPresent()) {
            throw Problem.conflict("departure.left-already", child.leftOn().get());
        }
        if (day.isBefore(child.from())) {
            throw Problem.field("onDay", "departure.too-early", child.from());
        }
    }

    static void requireVersion(Leaver child, int version) {
        if (child.version() != version) {
            throw Difference.version(version, child.version());
        }
    }

    static Leaver visible(Tx tx, User user, long child) {
        return DepartureStore.child(tx, child, Reach.require(user, Right.CHILDREN_READ, child))
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, child));
    }

    static Leaver writable(Tx tx, User user, long child) {
        Leaver found = visible(tx, user, child);
        Reach.require(user, Right.CHILDREN_WRITE, Reach.CHILD, child, found.where());
        return found;
    }
}
