package kz.jolkarta.core.internal.access;

import java.util.List;
import java.util.function.Consumer;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reading the audit trail, newest first; entries without a territory are seen with the right over the country only. */
@Component(service = AuditSearch.class)
public final class AuditSearch {
    private final Database database;
    private final Audit audit;
    private final AuditStore store = new AuditStore();

    @Activate
    public AuditSearch(@Reference Database database, @Reference Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** @param after number of the last entry of the page before, "" for the first page */
    Page<AuditStore.Stored> list(User user, AuditStore.Query query, String after, int limit) {
        Scope scope = user.require(Right.AUDIT_READ);
        int most = Limits.checked(limit);
        if (!after.matches("\\d{0,18}")) {
            throw Problem.field("after", "problem.value");
        }
        long first = query.oldest() ? Long.MIN_VALUE : Long.MAX_VALUE;
        long last = after.isEmpty() ? first : Long.parseLong(after);
        List<AuditStore.Stored> found = database.read(tx -> store.list(tx, scope, query, last, most + 1));
        boolean more = found.size() > most;
        List<AuditStore.Stored> items = more ? found.subList(0, most) : found;
        return new Page<>(items, more ? Long.toString(items.get(most - 1).id()) : "");
    }

    /** Notes the export and hands over every entry that is asked for, also those that come meanwhile. */
    Consumer<Consumer<AuditStore.Stored>> export(User user, AuditStore.Query query) {
        user.require(Right.AUDIT_READ);
        database.run(tx -> audit.record(
                tx, user, new Audit.Entry(Audit.Action.EXPORT, "audit", 0, "", "filters=" + query.names())));
        return visitor -> Page.each(after -> list(user, query, after, Page.MAX_LIMIT), visitor);
    }
}
