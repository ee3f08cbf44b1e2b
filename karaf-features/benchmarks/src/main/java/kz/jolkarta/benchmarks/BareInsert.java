package kz.jolkarta.benchmarks;

import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The yardstick of the import: the very rows it wrote, put into a copy of the database as it was before by bare JDBC batches, with the same indexes. */
final class BareInsert {
    /** Tables an import writes, parents first, each with the column that grows. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("organisation", "id");
        TABLES.put("child", "id");
        TABLES.put("child_category", "id");
        TABLES.put("child_talent", "id");
        TABLES.put("representative", "id");
        TABLES.put("consent", "id");
        TABLES.put("import_batch", "id");
        TABLES.put("import_change", "child_id");
        TABLES.put("audit_entry", "id");
    }

    private static final int BATCH = 1000;

    private BareInsert() {}

    record Measured(long rows, double seconds) {}

    static Measured run(Path before, Path after) throws SQLException {
        Map<String, Long> known = new LinkedHashMap<>();
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        try (Connection old = open(before)) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                known.put(table.getKey(), highest(old, table.getKey(), table.getValue()));
            }
        }
        try (Connection full = open(after)) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                rows.put(table.getKey(), read(full, table.getKey(), table.getValue(), known.get(table.getKey())));
            }
        }
        shut(after);
        long count = 0;
        long start;
        try (Connection copy = open(before)) {
            copy.setAutoCommit(false);
            start = System.nanoTime();
            for (Map.Entry<String, List<Object[]>> table : rows.entrySet()) {
                insert(copy, table.getKey(), table.getValue());
                count += table.getValue().size();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        shut(before);
        return new Measured(count, seconds);
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    private static List<Object[]> read(Connection connection, String table, String key, long above)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table + " where " + key + " > " + above)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = held(result.getObject(i + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** A value that outlives its connection. */
    private static Object held(Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return blob.getBytes(1, (int) blob.length());
        }
        return value instanceof Clob clob ? clob.getSubString(1, (int) clob.length()) : value;
    }

    private static long highest(Connection connection, String table, String key) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select max(" + key + ") from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    static Connection open(Path database) throws SQLException {
        return DriverManager.getConnection("jdbc:derby:" + database);
    }

    static void shut(Path database) throws SQLException {
        try {
            DriverManager.getConnection("jdbc:derby:" + database + ";shutdown=true");
        } catch (SQLException ended) {
            if (!"08006".equals(ended.getSQLState())) {
                throw ended;
            }
        }
    }
}
