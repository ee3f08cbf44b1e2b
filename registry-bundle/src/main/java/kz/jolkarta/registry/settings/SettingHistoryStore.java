package kz.jolkarta.registry.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** The kernel's audit trail, read for one kind of setting. */
final class SettingHistoryStore {
    private SettingHistoryStore() {}

    record Change(Instant at, String login, Action action, String detail) {}

    /** Newest first. */
    static List<Change> last(Tx tx, String kind, int most) {
        return tx.list(
                "select e.happened_at, e.login, e.action, e.detail from audit_entry e"
                        + Along.index("audit_entry_object")
                        + " where e.kind = :kind order by e.id desc fetch first " + most + " rows only",
                Map.of("kind", kind),
                row -> new Change(
                        row.instant("happened_at"),
                        row.text("login"),
                        row.value("action", Action.class),
                        row.optionalText("detail").orElse("")));
    }
}
