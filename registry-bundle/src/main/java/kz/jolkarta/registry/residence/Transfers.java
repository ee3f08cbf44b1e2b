package kz.jolkarta.registry.residence;

import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
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
            return page.page(rows, t -> Paging.key("", t.id()));
        });
    }

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
