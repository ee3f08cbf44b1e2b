package kz.jolkarta.registry.residence;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.residence.MovedAway.Record;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The past of children who moved away, kept to be read by the place they left. */
@Component(service = Departed.class)
public final class Departed {
    private final Ledger ledger;
    private final Gazetteer gazetteer;

    @Activate
    public Departed(@Reference Ledger ledger, @Reference Gazetteer gazetteer) {
        this.ledger = ledger;
        this.gazetteer = gazetteer;
    }

    Page<MovedAway> list(Caller caller, MovedAwayFilter filter, Order<MovedAwayStore.Kept> order, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        return ledger.database().read(tx -> {
            Page<MovedAwayStore.Kept> found = order.page(page, MovedAwayStore.list(tx, filter, scope, order, page));
            List<MovedAway> rows = found.items().stream()
                    .map(kept -> shown(kept, Map.of(), caller.language()))
                    .toList();
            return new Page<>(rows, found.next());
        });
    }

    /** Notes the export and gives every row of the filter. */
    Rows<MovedAway> export(Caller caller, MovedAwayFilter filter, Order<MovedAwayStore.Kept> order) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        ledger.database().run(tx -> {
            String detail = "moved away, rows=" + MovedAwayStore.count(tx, filter, scope);
            ledger.record(
                    tx, user, Action.EXPORT, "child", 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            MovedAwayStore.each(
                    tx, filter, scope, order, kept -> visitor.accept(shown(kept, Map.of(), caller.language())));
            return null;
        });
    }

    /**
     * Opens the past of a child, which is noted in the same transaction.
     *
     * @throws Problem NOT_FOUND for a child that did not move away from the caller's territories
     */
    MovedAway open(Caller caller, long child) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_READ);
        return ledger.database().call(tx -> {
            MovedAwayStore.Kept kept = MovedAwayStore.find(tx, child, scope).orElseThrow(Problem::notFound);
            ledger.record(tx, user, Action.READ, "child", child, kept.territory(), "past");
            return shown(kept, MovedAwayStore.records(tx, child, kept.lastDay(), scope), caller.language());
        });
    }

    private MovedAway shown(MovedAwayStore.Kept kept, Map<String, List<Record>> records, Language language) {
        return new MovedAway(
                kept.id(),
                kept.surname(),
                kept.givenName(),
                kept.patronymic(),
                kept.birthDate(),
                kept.sex(),
                gazetteer.place(kept.territory(), language),
                kept.school(),
                kept.grade(),
                kept.lastDay(),
                records.get("categories"),
                records.get("talents"),
                records.get("achievements"),
                records.get("roadMaps"),
                records.get("activities"),
                records.get("awards"));
    }
}
