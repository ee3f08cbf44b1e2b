package kz.jolkarta.core.db;

/**
 * The node's database: embedded Derby, or PostgreSQL by configuration. The same statements run on both; the few that cannot
 * go through {@link Engine}.
 */
public interface Database {
    /** Work in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Tx tx);
    }

    /** Work in one transaction without a result. */
    @FunctionalInterface
    interface Change {
        void in(Tx tx);
    }

    Engine engine();

    /**
     * Runs the work in one transaction (READ COMMITTED) and commits; rolls back on any exception. A deadlock or lock time-out rolls
     * back and runs the work again, so it must not have effects outside the database.
     *
     * @throws kz.jolkarta.core.Problem UNAVAILABLE when the database does not answer
     */
    <T> T call(Work<T> work);

    default void run(Change change) {
        call(tx -> {
            change.in(tx);
            return null;
        });
    }

    /** A read-only transaction for lists that are streamed out; never retried. */
    <T> T read(Work<T> work);

    /**
     * Another number after each transaction that changed rows, whichever node did it: as long as it stays, everything that was read since still holds. The
     * trail, accounts, sessions, saved views and jobs do not count, since no figure is made of them.
     */
    long changes();

    /** A new id, unique over all tables and all nodes that share the database; ascending within a node. */
    long nextId();
}
