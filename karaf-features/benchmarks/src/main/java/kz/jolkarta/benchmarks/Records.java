package kz.jolkarta.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows put straight into the tables of a stopped node. */
final class Records {
    /** Above all ids that a node gives out. */
    static final long FREE = 4_000_000_000_000_000L;

    private static final int BATCH = 1000;

    private Records() {}

    /** The values of one row. */
    @FunctionalInterface
    interface Row {
        Object[] of(int number);
    }

    static void insert(Connection connection, String sql, int rows, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows; i++) {
                Object[] values = row.of(i);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
                if (i % BATCH == BATCH - 1) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    /** @param sql whose first column is a number */
    static List<Long> numbers(Connection connection, String sql) throws SQLException {
        List<Long> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getLong(1));
            }
        }
        return all;
    }
}
