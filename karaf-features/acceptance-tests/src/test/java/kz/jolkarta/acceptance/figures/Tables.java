package kz.jolkarta.acceptance.figures;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** The tables of a stopped node with the embedded database, read and written with nothing of the product. */
final class Tables implements AutoCloseable {
    private static final int BATCH = 1000;

    private final Path database;
    private final Connection connection;

    Tables(Path data) throws SQLException {
        this.database = data.resolve("db");
        this.connection = DriverManager.getConnection("jdbc:derby:" + database);
        connection.setAutoCommit(false);
    }

    /** The values of one row. */
    @FunctionalInterface
    interface Values {
        Object[] of(int number);
    }

    /** @param columns table and columns, {@code child (id, iin)} */
    void insert(String columns, int rows, Values values) throws SQLException {
        int width = columns.replaceAll("[^,]", "").length() + 1;
        String places = ", ?".repeat(width).substring(2);
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + columns + " values (" + places + ")")) {
            for (int i = 0; i < rows; i++) {
                Object[] row = values.of(i);
                for (int column = 0; column < width; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        connection.commit();
    }

    /** The names of a table's columns, a comma and a blank between them. */
    String columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
        }
        return String.join(", ", names);
    }

    void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        connection.commit();
    }

    /** Changes the byte in the middle of a text or of bytes, of every such row. @return of how many */
    int changeByte(String table, String column, String which) throws SQLException {
        int changed = 0;
        try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
                ResultSet rows = statement.executeQuery("select " + column + " from " + table + " where " + which)) {
            while (rows.next()) {
                if (rows.getMetaData().getColumnType(1) == Types.BLOB) {
                    byte[] bytes = rows.getBytes(1);
                    bytes[bytes.length / 2] ^= 1;
                    rows.updateBytes(1, bytes);
                } else {
                    StringBuilder text = new StringBuilder(rows.getString(1));
                    int middle = text.length() / 2;
                    text.setCharAt(middle, (char) (text.charAt(middle) ^ 1));
                    rows.updateString(1, text.toString());
                }
                rows.updateRow();
                changed++;
            }
        }
        connection.commit();
        return changed;
    }

    /** What is made of one row. */
    @FunctionalInterface
    interface Made<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface Seen {
        void row(ResultSet row) throws SQLException;
    }

    void each(String sql, Seen seen) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                seen.row(rows);
            }
        }
    }

    <T> List<T> read(String sql, Made<T> made) throws SQLException {
        List<T> all = new ArrayList<>();
        each(sql, row -> all.add(made.of(row)));
        return all;
    }

    /** Leaves the database to the node. */
    @Override
    public void close() throws SQLException {
        connection.commit();
        connection.close();
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true");
        } catch (SQLException ended) {
            if (!"08006".equals(ended.getSQLState())) {
                throw ended;
            }
        }
    }
}
