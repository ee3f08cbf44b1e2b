package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads every row of every table: what an engine finds only when it reads, is found now, and two readings can be compared. */
final class Tables {
    private static final int FETCH = 500;

    private Tables() {}

    static List<Manifest.Script> scripts(Connection connection) throws SQLException {
        List<Manifest.Script> scripts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select bundle, version, name, checksum from schema_history order by bundle, version")) {
            while (rows.next()) {
                scripts.add(
                        new Manifest.Script(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getString(4)));
            }
        }
        return scripts;
    }

    static List<Manifest.Table> read(Connection connection) throws SQLException, IOException {
        TreeSet<String> names = new TreeSet<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        List<Manifest.Table> read = new ArrayList<>();
        for (String name : names) {
            read.add(read(connection, name));
        }
        return read;
    }

    private static Manifest.Table read(Connection connection, String name) throws SQLException, IOException {
        long rows = 0;
        long high = 0;
        long low = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery("select * from \"" + name.replace("\"", "\"\"") + "\"")) {
                MessageDigest digest = Disk.sha256();
                while (row.next()) {
                    ByteBuffer hash = ByteBuffer.wrap(hash(row, digest));
                    // A sum does not depend on the order, which no engine promises.
                    high += hash.getLong();
                    low += hash.getLong();
                    rows++;
                }
            }
        }
        return new Manifest.Table(name, rows, String.format("%016x%016x", high, low));
    }

    private static byte[] hash(ResultSet row, MessageDigest digest) throws SQLException, IOException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            switch (columns.getColumnType(i)) {
                case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> binary(row, i, digest);
                default -> text(row.getString(i), digest);
            }
        }
        return digest.digest();
    }

    private static void text(String value, MessageDigest digest) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        digest.update(length(value == null ? -1 : bytes.length));
    }

    private static void binary(ResultSet row, int column, MessageDigest digest) throws SQLException, IOException {
        try (InputStream content = row.getBinaryStream(column)) {
            long size =
                    content == null ? -1 : Disk.copy(content, OutputStream.nullOutputStream(), Long.MAX_VALUE, digest);
            digest.update(length(size));
        }
    }

    private static byte[] length(long bytes) {
        return ByteBuffer.allocate(Long.BYTES).putLong(bytes).array();
    }
}
