package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.jolkarta.core.db.Tx;

/**
 * Tasks about a region's report, seen by who keeps or approves records of the whole region. Whoever knows when a report is due opens and closes them; nobody
 * takes one for done by hand.
 */
public interface Reminders {
    /**
     * @param record id of what it reminds of; there is one task about it
     * @param region KATO code
     * @param dueOn the last day
     * @param subject the period that is reported on, e.g. {@code 2026}
     * @param page where the report is, e.g. {@code /reports/2026/230000000}
     */
    record Reminder(long record, String region, LocalDate dueOn, String subject, String page) {}

    /** Makes the tasks, opens those that were closed, and gives a new last day to those that are open. */
    void open(Tx tx, List<Reminder> reminders);

    /** Closes the tasks that are open: what they remind of was done. */
    void close(Tx tx, Collection<Long> records);
}
