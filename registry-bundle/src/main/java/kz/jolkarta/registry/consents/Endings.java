package kz.jolkarta.registry.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import kz.jolkarta.registry.tasks.TaskStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warnings of consents that end, and of children whose data are kept without one. */
@Component(service = Endings.class)
public final class Endings {
    private final Ledger ledger;

    @Activate
    public Endings(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    public Page<EndingConsent> list(User user, EndingFilter filter, Paging page) {
        Scope scope = user.require(Right.CHILDREN_READ);
        check(filter);
        List<EndingStore.Keyed> rows = ledger.database()
                .read(tx -> EndingStore.list(tx, filter, scope, ledger.clock().today(), page));
        Page<EndingStore.Keyed> found = page.page(rows, EndingStore.Keyed::key);
        return new Page<>(found.items().stream().map(EndingStore.Keyed::row).toList(), found.next());
    }

    /** Notes the export and gives every row of the filter. */
    public Rows<EndingConsent> export(User user, EndingFilter filter) {
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        check(filter);
        LocalDate today = ledger.clock().today();
        ledger.database().run(tx -> {
            String detail = "rows=" + EndingStore.count(tx, filter, scope, today) + " filters=" + filter.names();
            ledger.record(
                    tx, user, Action.EXPORT, "consent", 0, filter.territory().orElse(""), detail);
        });
        return visitor -> ledger.database().read(tx -> {
            EndingStore.each(tx, filter, scope, today, visitor);
            return null;
        });
    }

    private static void check(EndingFilter filter) {
        if (filter.days() < 0 || filter.days() > EndingFilter.MOST_DAYS) {
            throw Problem.field("days", "record.range", 0, EndingFilter.MOST_DAYS);
        }
    }

    /**
     * Makes the tasks to renew consents that end within the days, and closes those that became needless. Running it again, or on
     * another node at the same time, makes no second one.
     *
     * @return tasks made
     */
    int warn(int days) {
        LocalDate today = ledger.clock().today();
        Instant now = ledger.clock().now();
        int made = 0;
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            EndingFilter filter = new EndingFilter(false, days, purpose, Optional.empty(), Optional.empty());
            ledger.database().run(tx -> {
                int closed = EndingStore.closeRenewed(tx, purpose, today, now);
                byItself(tx, Action.UPDATE, closed);
            });
            int some;
            do {
                some = Duplicates.again(() -> ledger.database().call(tx -> {
                    List<TaskStore.New> untold = EndingStore.untold(tx, filter, today);
                    TaskStore.insert(tx, ledger.database()::nextId, untold, now);
                    byItself(tx, Action.CREATE, untold.size());
                    return untold.size();
                }));
                made += some;
            } while (some > 0);
        }
        return made;
    }

    private void byItself(Tx tx, Action action, int tasks) {
        if (tasks > 0) {
            ledger.record(tx, User.system(), action, "task", 0, "", "consent-expires rows=" + tasks);
        }
    }
}
