package kz.jolkarta.core.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import kz.jolkarta.core.db.Engine;

/** Ids in blocks of a thousand from the database's sequence, so that a bulk of rows asks for them only now and then. */
final class IdBlocks {
    /** The same number stands in the sequence's declaration. */
    private static final long BLOCK = 1000;

    private final ConnectionSource source;
    private long next;
    private long end;

    IdBlocks(ConnectionSource source) {
        this.source = source;
    }

    synchronized long next() {
        if (next == end) {
            next = takeBlock();
            end = next + BLOCK;
        }
        return next++;
    }

    /** On a connection outside the pool: who asks mostly holds one of the pool's already, and all of them may be held by such. */
    private long takeBlock() {
        String sql = source.engine() == Engine.DERBY ? "values next value for ids" : "select nextval('ids')";
        try (Connection connection = source.connection()) {
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.commit();
            }
        } catch (SQLException e) {
            source.mend(e);
            throw SqlFailure.of(e, sql);
        }
    }
}
