package kz.jolkarta.registry.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.tasks.TaskKind;
import kz.jolkarta.registry.tasks.TaskStore;
import kz.jolkarta.registry.tasks.WorkingDays;

/** What follows from the withdrawal of a consent, in the transaction that records it. */
public final class Withdrawals {
    /** Working days within which a withdrawal is acted on (Law № 94-V, article 8). */
    public static final int TERM = 15;

    private Withdrawals() {}

    /**
     * Makes the task to take back what the consent allowed, and takes away the one to renew it.
     *
     * @param territory KATO code of where the child lives
     * @param day of the withdrawal
     */
    public static void follow(
            Tx tx, LongSupplier ids, long child, long consent, String territory, LocalDate day, Instant now) {
        LocalDate due = WorkingDays.after(tx, day, TERM);
        TaskStore.open(tx, ids, new TaskStore.New(TaskKind.CONSENT_WITHDRAWN, child, consent, territory, due), now);
        TaskStore.drop(tx, TaskKind.CONSENT_EXPIRES, consent);
    }

    /** A withdrawal that was entered by mistake leaves nothing to do. */
    public static void undo(Tx tx, long consent) {
        TaskStore.drop(tx, TaskKind.CONSENT_WITHDRAWN, consent);
    }
}
