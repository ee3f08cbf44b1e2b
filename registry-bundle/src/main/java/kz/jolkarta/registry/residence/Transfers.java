package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.roadmaps.RoadMapState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The moves that begin or end in the caller's territories. */
@Component(service = Transfers.class)
public final class Transfers {
    private final Ledger ledger;
    private final Moves moves;

    @Activate
    public Transfers(@Reference Ledger ledger, @Reference Moves moves) {
        this.ledger = ledger;
        this.moves = moves;
    }

    Page<Transfer> list(Caller caller, TransferFilter filter, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        Scope deciding = caller.user().scope(Right.CHILDREN_WRITE);
        return ledger.database().read(tx -> {
            List<Transfer> rows = TransferStore.list(tx, filter, scope, deciding, page).stream()
                    .map(kept -> moves.shown(caller, kept))
                    .toList();
            return page.page(rows, t -> Paging.key(t.onDay(), t.id()));
        });
    }

    /** Notes the export and gives every move of the filter. */
    Rows<Transfer> export(Caller caller, TransferFilter filter) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_READ).within(user.require(Right.CHILDREN_EXPORT));
        Scope deciding = user.scope(Right.CHILDREN_WRITE);
        ledger.database()
                .run(tx -> ledger.record(
                        tx,
                        user,
                        Action.EXPORT,
                        Moves.KIND,
                        0,
                        filter.territory().orElse(""),
                        filter.told()));
        return visitor -> ledger.database().read(tx -> {
            TransferStore.each(tx, filter, scope, deciding, kept -> visitor.accept(moves.shown(caller, kept)));
            return null;
        });
    }

    /** How many wait for the user's answer. */
    public long waiting(User user) {
        Scope scope = user.require(Right.CHILDREN_READ);
        Scope deciding = user.scope(Right.CHILDREN_WRITE);
        return ledger.database().read(tx -> TransferStore.count(tx, TransferFilter.TO_ANSWER, scope, deciding));
    }

    /**
     * Opens a move with what goes along with the child, which is noted in the same transaction.
     *
     * @throws Problem NOT_FOUND
     */
    Opened open(Caller caller, long id) {
        return ledger.database().call(tx -> {
            TransferStore.Kept kept = Moves.visible(tx, caller.user(), id);
            Transfer shown = moves.shown(caller, kept);
            String school = shown.schoolId() == null ? "" : AlongStore.school(tx, shown.schoolId());
            if (shown.childId() == null) {
                return new Opened(shown, school, Optional.empty());
            }
            String territory = kept.state() == Transfer.State.DONE ? kept.to().territory() : kept.from();
            ledger.record(tx, caller.user(), Action.READ, "child", kept.childId(), territory, "move " + id);
            return new Opened(shown, school, Optional.of(AlongStore.of(tx, kept.childId(), kept.onDay())));
        });
    }

    /**
     * A move as it is opened.
     *
     * @param school its name, "" without one
     * @param along empty for the receiving side until the move is done
     */
    record Opened(Transfer transfer, String school, Optional<Goods> along) {}

    /**
     * What a child takes along, as it stands now.
     *
     * @param map its road map that holds or is drawn up
     * @param staying activities of the old place that are not over on the day
     * @param undecided awards that the old place has still to decide on
     * @param awards that go on, and are paid by the region where the child lives
     * @param waiting awards that wait in a queue
     */
    record Goods(
            Optional<Plan> map,
            List<MoveResult.Staying> staying,
            List<MoveResult.Undecided> undecided,
            List<Held> awards,
            List<Held> waiting) {}

    /** @param state of the road map; @param open steps to come; @param next the day of the first of them, null without any */
    record Plan(long id, int schoolYear, RoadMapState state, long open, LocalDate next) {}

    /** @param since the first day; @param until null while no last day is known */
    record Held(long id, String measure, String type, LocalDate since, LocalDate until) {}

    /** @throws Problem NOT_FOUND */
    Transfer get(Caller caller, long id) {
        return ledger.database().read(tx -> moves.shown(caller, Moves.visible(tx, caller.user(), id)));
    }

    /** The child's version, which a move has to name. @throws Problem NOT_FOUND */
    int version(Caller caller, long child) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        return ledger.database()
                .read(tx -> ResidenceStore.find(tx, child, scope)
                        .orElseThrow(() -> Reach.child(tx, caller.user(), Right.CHILDREN_READ, child))
                        .version());
    }

    /** The move of a child that is opened by then which waits for an answer, when it begins or ends in the caller's territories. */
    public Optional<Transfer> asked(Caller caller, long child) {
        Scope scope = caller.user().scope(Right.CHILDREN_READ);
        return ledger.database().read(tx -> TransferStore.ofChild(tx, child)).stream()
                .filter(kept -> kept.state() == Transfer.State.REQUESTED)
                .filter(kept ->
                        scope.covers(kept.from()) || scope.covers(kept.to().territory()))
                .findFirst()
                .map(kept -> moves.shown(caller, kept));
    }

    /** The child's moves, newest first. @throws Problem NOT_FOUND for a child outside the caller's territories */
    Page<Transfer> ofChild(Caller caller, long child) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        return ledger.database().read(tx -> {
            ResidenceStore.find(tx, child, scope)
                    .orElseThrow(() -> Reach.child(tx, caller.user(), Right.CHILDREN_READ, child));
            List<Transfer> rows = TransferStore.ofChild(tx, child).stream()
                    .map(kept -> moves.shown(caller, kept))
                    .toList();
            return new Page<>(rows, "");
        });
    }
}
