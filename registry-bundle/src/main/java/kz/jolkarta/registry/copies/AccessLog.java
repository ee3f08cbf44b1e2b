package kz.jolkarta.registry.copies;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.copies.AccessStore.Kept;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who opened or changed what of a child, over all its records. Looking at the log is itself noted. */
@Component(service = AccessLog.class)
public final class AccessLog {
    private static final int CHUNK = 1000;

    private final Ledger ledger;
    private final AccessWords words;

    @Activate
    public AccessLog(@Reference Ledger ledger, @Reference Texts texts) {
        this.ledger = ledger;
        this.words = new AccessWords(texts);
    }

    /**
     * Newest first.
     *
     * @throws Problem NOT_FOUND for a child that neither right of the caller reaches
     */
    public Page<AccessEntry> list(Caller caller, long child, AccessFilter filter, Paging page) {
        return ledger.database().call(tx -> {
            opened(tx, caller.user(), child, Action.READ, "access-log");
            long before = page.first() ? Long.MAX_VALUE : page.id();
            List<AccessEntry> found = read(tx, child, filter, before, page.limit() + 1, caller.language());
            return page.page(found, entry -> Paging.key("", entry.id()));
        });
    }

    /** Notes the export and gives every entry of the filter. */
    public Rows<AccessEntry> export(Caller caller, long child, AccessFilter filter) {
        ledger.database().run(tx -> opened(tx, caller.user(), child, Action.EXPORT, "access-log"));
        return visitor -> {
            long before = Long.MAX_VALUE;
            List<AccessEntry> chunk;
            do {
                long from = before;
                chunk = ledger.database().read(tx -> read(tx, child, filter, from, CHUNK, caller.language()));
                chunk.forEach(visitor);
                before = chunk.isEmpty() ? before : chunk.get(chunk.size() - 1).id();
            } while (chunk.size() == CHUNK);
        };
    }

    private void opened(Tx tx, User user, long child, Action action, String detail) {
        Scope scope = user.scope(Right.CHILDREN_EXPORT).plus(user.scope(Right.AUDIT_READ));
        if (scope.isEmpty()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        String territory = AccessStore.territory(tx, child, scope)
                .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_EXPORT, child));
        ledger.record(tx, user, action, Reach.CHILD, child, territory, detail);
    }

    /** @param before id, entries from there on are left out */
    List<AccessEntry> read(Tx tx, long child, AccessFilter filter, long before, int limit, Language language) {
        ZoneId zone = ledger.clock().zone();
        List<Kept> kept = AccessStore.list(tx, child, filter, zone, before, limit);
        List<Long> actors = kept.stream().map(Kept::actor).distinct().toList();
        Map<Long, List<String>> roles = actors.isEmpty() ? Map.of() : AccessStore.roles(tx, actors);
        return kept.stream()
                .map(entry -> new AccessEntry(
                        entry.id(),
                        entry.at(),
                        entry.login(),
                        roles.getOrDefault(entry.actor(), List.of()),
                        entry.action(),
                        entry.kind(),
                        entry.record(),
                        UsedRight.of(entry.action(), entry.kind(), entry.detail()),
                        words.of(entry, language)))
                .toList();
    }

    AccessWords words() {
        return words;
    }
}
