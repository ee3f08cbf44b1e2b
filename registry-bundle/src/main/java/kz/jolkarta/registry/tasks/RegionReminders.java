package kz.jolkarta.registry.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Reminders;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminders of reports, kept among the tasks. */
@Component
public final class RegionReminders implements Reminders {
    private final Ledger ledger;

    @Activate
    public RegionReminders(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void open(Tx tx, List<Reminder> reminders) {
        if (reminders.isEmpty()) {
            return;
        }
        Set<Long> known =
                TaskStore.reminders(tx, reminders.stream().map(Reminder::record).toList());
        List<Reminder> made =
                reminders.stream().filter(r -> !known.contains(r.record())).toList();
        List<Reminder> again =
                reminders.stream().filter(r -> known.contains(r.record())).toList();
        if (!made.isEmpty()) {
            TaskStore.remind(tx, ledger.database()::nextId, made, ledger.clock().now());
        }
        byItself(tx, Action.CREATE, made.size());
        byItself(tx, Action.UPDATE, again.isEmpty() ? 0 : TaskStore.reopen(tx, again));
    }

    @Override
    public void close(Tx tx, Collection<Long> records) {
        if (!records.isEmpty()) {
            byItself(
                    tx,
                    Action.UPDATE,
                    TaskStore.closeReminders(tx, records, ledger.clock().now()));
        }
    }

    private void byItself(Tx tx, Action action, int tasks) {
        if (tasks > 0) {
            ledger.record(tx, User.system(), action, Tasks.KIND, 0, "", "report-due rows=" + tasks);
        }
    }
}
