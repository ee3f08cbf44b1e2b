package kz.jolkarta.core.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import kz.jolkarta.core.db.Engine;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server, 15 or later. */
final class PostgresSource implements ConnectionSource {
    private final PGSimpleDataSource server = new PGSimpleDataSource();

    /**
     * @param url {@code jdbc:postgresql://host:port/database?…}
     * @param schema where the tables lie when that is not the user's default one
     */
    PostgresSource(String url, String user, String password, Optional<String> schema) {
        server.setURL(url);
        server.setUser(user);
        server.setPassword(password);
        server.setApplicationName("jolkarta");
        server.setReWriteBatchedInserts(true);
        server.setTcpKeepAlive(true);
        server.setConnectTimeout(3);
        server.setLoginTimeout(3);
        // Longer than any statement may take, so that a half-open connection does not hold its thread for ever.
        server.setSocketTimeout(120);
        // The server's details repeat the row's values, which do not belong into a log.
        server.setLogServerErrorDetail(false);
        schema.ifPresent(server::setCurrentSchema);
    }

    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    @Override
    public Connection connection() throws SQLException {
        Connection connection = server.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public boolean mend(SQLException failure) {
        // A server mends itself; the pool notices its lost connections.
        return false;
    }

    @Override
    public boolean interruptedThreads() {
        return false;
    }

    @Override
    public void close() {
        // Connections belong to the pool.
    }
}
