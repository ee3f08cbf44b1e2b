package kz.jolkarta.core.internal.access;

import java.util.List;
import kz.jolkarta.core.Problem;
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
    private final AuditStore store = new AuditStore();

    @Activate
    public AuditSearch(@Reference Database database) {
        this.database = database;
    }

    /** @param after number of the last entry of the page before, "" for the first page */
    Page<AuditStore.Stored> list(User user, AuditStore.Query query, String after, int limit) {
        Scope scope = user.require(Right.AUDIT_READ);
        int most = Limits.checked(limit);
        if (!after.matches("\\d{0,18}")) {
            throw Problem.field("after", "problem.value");
        }
        long before = after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
        List<AuditStore.Stored> found = database.read(tx -> store.list(tx, scope, query, before, most + 1));
        boolean more = found.size() > most;
        List<AuditStore.Stored> items = more ? found.subList(0, most) : found;
        return new Page<>(items, more ? Long.toString(items.get(most - 1).id()) : "");
    }
}
