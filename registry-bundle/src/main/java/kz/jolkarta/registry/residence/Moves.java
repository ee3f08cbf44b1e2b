package kz.jolkarta.registry.residence;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.residence.TransferStore.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Moves of children to another place. Who may write at both places moves the child at once; who may at one of them asks the other side. Of the
 * two sides each sees the request, the receiving one no more than the name and the district until it is done.
 */
@Component(service = Moves.class)
public final class Moves {
    static final String KIND = "child-transfer";

    private final Ledger ledger;
    private final Residences residences;
    private final Gazetteer gazetteer;

    @Activate
    public Moves(@Reference Ledger ledger, @Reference Residences residences, @Reference Gazetteer gazetteer) {
        this.ledger = ledger;
        this.residences = residences;
        this.gazetteer = gazetteer;
    }

    /**
     * Moves a child, or asks the new place to take it in.
     *
     * @param version of the child, as the caller saw it
     * @throws Problem NOT_FOUND; FORBIDDEN for who may not write at the old place; STALE; CONFLICT for an archived child or one whose move is
     *     asked for already; INVALID with every wrong field
     */
    MoveResult move(Caller caller, long child, int version, MoveInput input) {
        User user = caller.user();
        input.check(ledger.clock().today(), gazetteer);
        return ledger.database().call(tx -> {
            Scope scope = user.require(Right.CHILDREN_READ);
            Resident found = ResidenceStore.find(tx, child, scope)
                    .orElseThrow(() -> Reach.child(tx, caller.user(), Right.CHILDREN_READ, child));
            user.require(Right.CHILDREN_WRITE, found.stay().territory());
            if (found.version() != version) {
                throw Difference.version(version, found.version());
            }
            movable(tx, found, input);
            if (!user.scope(Right.CHILDREN_WRITE).covers(input.to())) {
                return asked(tx, caller, found, input, Transfer.Side.SENDER);
            }
            Journal journal = residences.move(tx, user, found, input);
            long id = ledger.database().nextId();
            TransferStore.insert(
                    tx,
                    id,
                    found,
                    input,
                    Transfer.Side.SENDER,
                    Optional.of(journal),
                    user.id(),
                    ledger.clock().now());
            noted(tx, user, id, found, input);
            return done(tx, caller, id, journal, found, input);
        });
    }

    /**
     * The new place asks for a child that it knows by its number.
     *
     * @throws Problem INVALID for an unknown number; CONFLICT for a child that is the caller's already
     */
    MoveResult ask(Caller caller, String iin, MoveInput input) {
        User user = caller.user();
        input.check(ledger.clock().today(), gazetteer);
        user.require(Right.CHILDREN_WRITE, input.to());
        return ledger.database().call(tx -> {
            Resident found = ResidenceStore.byIin(tx, iin == null ? "" : iin.strip())
                    .orElseThrow(() -> Problem.field("iin", "move.iin-unknown"));
            if (user.scope(Right.CHILDREN_WRITE).covers(found.stay().territory())) {
                throw Problem.conflict("move.yours").with("id", found.id());
            }
            movable(tx, found, input);
            return asked(tx, caller, found, input, Transfer.Side.RECEIVER);
        });
    }

    private MoveResult asked(Tx tx, Caller caller, Resident child, MoveInput input, Transfer.Side asking) {
        long id = ledger.database().nextId();
        TransferStore.insert(
                tx,
                id,
                child,
                input,
                asking,
                Optional.empty(),
                caller.user().id(),
                ledger.clock().now());
        for (String territory : List.of(child.stay().territory(), input.to())) {
            ledger.record(tx, caller.user(), Action.CREATE, KIND, id, territory, "asked by the " + asking);
        }
        return new MoveResult(shown(caller, kept(tx, id)), List.of(), List.of(), List.of(), null);
    }

    private static void movable(Tx tx, Resident child, MoveInput input) {
        if (child.state().equals("ARCHIVED") || child.state().equals("MERGED")) {
            throw Problem.conflict("move.archived");
        }
        if (child.stay().samePlace(input.stay(null))) {
            throw Problem.field("territory", "move.nowhere");
        }
        if (input.schoolId() != null && !ResidenceStore.schoolKnown(tx, input.schoolId())) {
            throw Problem.field("school", "record.organisation-unknown");
        }
        if (TransferStore.asked(tx, child.id())) {
            throw Problem.conflict("move.asked-already");
        }
    }

    /**
     * The answer of the side that was asked.
     *
     * @throws Problem FORBIDDEN for the side that asked; CONFLICT when it is answered already, or the child is elsewhere by now
     */
    MoveResult answer(Caller caller, long id, int version, MoveAnswer answer) {
        User user = caller.user();
        answer.check();
        return ledger.database().call(tx -> {
            Kept transfer = visible(tx, user, id);
            user.require(Right.CHILDREN_WRITE, transfer.decider());
            if (transfer.version() != version) {
                throw Difference.version(version, transfer.version());
            }
            if (transfer.state() != Transfer.State.REQUESTED) {
                throw Problem.conflict("move.answered");
            }
            return answer.accept() ? accept(tx, caller, transfer, answer) : refuse(tx, caller, transfer, answer);
        });
    }

    private MoveResult refuse(Tx tx, Caller caller, Kept transfer, MoveAnswer answer) {
        decided(tx, caller.user(), transfer, Transfer.State.REFUSED, answer.reason(), Optional.empty());
        for (String territory : List.of(transfer.from(), transfer.to().territory())) {
            ledger.record(tx, caller.user(), Action.UPDATE, KIND, transfer.id(), territory, "refused");
        }
        return new MoveResult(shown(caller, kept(tx, transfer.id())), List.of(), List.of(), List.of(), null);
    }

    private MoveResult accept(Tx tx, Caller caller, Kept transfer, MoveAnswer answer) {
        Resident child =
                ResidenceStore.find(tx, transfer.childId(), Scope.COUNTRY).orElseThrow(Problem::notFound);
        if (!child.stay().territory().equals(transfer.from())) {
            throw Problem.conflict("move.elsewhere-by-now");
        }
        Stay to = transfer.to();
        MoveInput input = new MoveInput(
                        Place.of(to.territory()),
                        to.schoolId() == null ? null : School.of(to.schoolId()),
                        to.grade(),
                        to.gradeLetter(),
                        to.address(),
                        transfer.onDay(),
                        transfer.reason())
                .settled(answer);
        if (input.schoolId() != null && !ResidenceStore.schoolKnown(tx, input.schoolId())) {
            throw Problem.field("school", "record.organisation-unknown");
        }
        Journal journal = residences.move(tx, caller.user(), child, input);
        decided(tx, caller.user(), transfer, Transfer.State.DONE, answer.reason(), Optional.of(journal));
        noted(tx, caller.user(), transfer.id(), child, input);
        return done(tx, caller, transfer.id(), journal, child, input);
    }

    /**
     * Takes a move back as if it had never been.
     *
     * @throws Problem FORBIDDEN for who may not write at both places; CONFLICT when it is not the child's last move, or the child or one of its
     *     awards was changed since
     */
    MoveResult undo(Caller caller, long child, long id) {
        User user = caller.user();
        return ledger.database().call(tx -> {
            Kept transfer = visible(tx, user, id);
            if (transfer.childId() != child) {
                throw Problem.notFound();
            }
            user.require(Right.CHILDREN_WRITE, transfer.from());
            user.require(Right.CHILDREN_WRITE, transfer.to().territory());
            if (transfer.state() != Transfer.State.DONE
                    || TransferStore.last(tx, child).orElse(0L) != id) {
                throw Problem.conflict("move.not-the-last");
            }
            Resident found = ResidenceStore.find(tx, child, Scope.COUNTRY).orElseThrow(Problem::notFound);
            Journal journal = Journal.of(transfer.journal());
            if (found.version() != journal.versionAfter()) {
                throw Problem.conflict("move.changed-since");
            }
            residences.back(tx, user, found, journal);
            decided(tx, user, transfer, Transfer.State.UNDONE, transfer.answer().orElse(null), Optional.of(journal));
            for (String territory : List.of(transfer.from(), transfer.to().territory())) {
                ledger.record(tx, user, Action.UNDO, "child", child, territory, "move " + id);
            }
            return new MoveResult(shown(caller, kept(tx, id)), List.of(), List.of(), List.of(), found.version() + 1);
        });
    }

    private void decided(Tx tx, User user, Kept transfer, Transfer.State to, String answer, Optional<Journal> journal) {
        if (!TransferStore.decide(
                tx, transfer, to, answer, journal, user.id(), ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
    }

    private void noted(Tx tx, User user, long id, Resident child, MoveInput input) {
        ledger.record(tx, user, Action.UPDATE, "child", child.id(), input.to(), "move " + id);
        if (!input.to().equals(child.stay().territory())) {
            ledger.record(
                    tx, user, Action.UPDATE, "child", child.id(), child.stay().territory(), "moved away");
        }
    }

    private MoveResult done(Tx tx, Caller caller, long id, Journal journal, Resident child, MoveInput input) {
        return new MoveResult(
                shown(caller, kept(tx, id)),
                ResidenceStore.activities(tx, child.id(), input.onDay()),
                ResidenceStore.awards(tx, child.id()),
                journal.queues().stream()
                        .map(q -> new MoveResult.Queued(q.award(), q.toQuota(), q.placed()))
                        .toList(),
                journal.versionAfter());
    }

    private Kept kept(Tx tx, long id) {
        return TransferStore.find(tx, id, Scope.COUNTRY).orElseThrow();
    }

    static Kept visible(Tx tx, User user, long id) {
        return TransferStore.find(tx, id, user.require(Right.CHILDREN_READ)).orElseThrow(Problem::notFound);
    }

    Transfer shown(Caller caller, Kept kept) {
        Scope scope = caller.user().scope(Right.CHILDREN_READ);
        boolean known = scope.covers(kept.from())
                || kept.state() == Transfer.State.DONE && scope.covers(kept.to().territory());
        String from = known ? kept.from() : district(kept.from());
        return new Transfer(
                kept.id(),
                known ? kept.childId() : null,
                kept.name(),
                gazetteer.place(from, caller.language()),
                gazetteer.place(kept.to().territory(), caller.language()),
                kept.to().schoolId(),
                kept.to().grade(),
                kept.onDay(),
                kept.reason(),
                kept.asking(),
                kept.state(),
                kept.answer().orElse(null),
                kept.state() == Transfer.State.REQUESTED
                        && caller.user().scope(Right.CHILDREN_WRITE).covers(kept.decider()),
                kept.askedAt(),
                kept.decidedAt().orElse(null),
                kept.version());
    }

    private String district(String territory) {
        return gazetteer.district(territory).map(unit -> unit.code()).orElse(territory.substring(0, 4) + "00000");
    }
}
