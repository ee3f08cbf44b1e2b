package kz.jolkarta.core.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import kz.jolkarta.core.db.Engine;

/** Where connections come from, before any pool. */
interface ConnectionSource extends AutoCloseable {
    Engine engine();

    /** A new connection with autocommit off. */
    Connection connection() throws SQLException;

    /**
     * Told of every failure; starts the engine anew when that is what the failure asks for.
     *
     * @return whether the connections handed out so far are of no more use
     */
    boolean mend(SQLException failure);

    /** Whether the engine has stopped lately, which interrupts the threads that were in it. */
    boolean interruptedThreads();

    @Override
    void close();
}
