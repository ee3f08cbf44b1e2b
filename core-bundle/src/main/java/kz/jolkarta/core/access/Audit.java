package kz.jolkarta.core.access;

import java.util.List;
import kz.jolkarta.core.db.Tx;

/** The audit trail: who did what to whose record. Written in the transaction of the change or of the reading, never afterwards. */
public interface Audit {
    /** What was done. READ is the opening of one child; EXPORT and SEARCH name no single one. */
    enum Action {
        CREATE,
        UPDATE,
        DELETE,
        READ,
        EXPORT,
        IMPORT,
        UNDO,
        APPROVE,
        SIGN_IN,
        SIGN_IN_FAILED,
        SIGN_OUT,
        REFUSED,
        INSTALL,
        REMOVE
    }

    /**
     * @param kind what was touched: {@code child}, {@code award}, {@code account} …
     * @param id its id, 0 when it is not one record
     * @param territory KATO code, "" when it has none
     * @param detail names of changed fields or a short fact, never a personal value; at most 500 characters
     */
    record Entry(Action action, String kind, long id, String territory, String detail) {}

    void record(Tx tx, User user, Entry entry);

    /** Many entries in one batch. */
    void record(Tx tx, User user, List<Entry> entries);
}
