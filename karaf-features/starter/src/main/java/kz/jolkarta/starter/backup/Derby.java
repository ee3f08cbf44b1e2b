package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The embedded database as a folder that no node has open. */
final class Derby {
    static final String FOLDER = "db";

    /** What the engine holds while it has the database open. */
    private static final String LOCK = "dbex.lck";

    /** Closed, or not open. */
    private static final Set<String> CLOSED = Set.of("08006", "XJ004");

    private Derby() {}

    /** What is done with the open database. */
    @FunctionalInterface
    interface Use<T> {
        T of(Connection connection) throws SQLException, IOException;
    }

    /** Opens the database in the folder, which rolls its log forward, and closes it again, so that its files are at rest. */
    static <T> T with(Path folder, Use<T> use) throws SQLException, IOException {
        Path log = folder.resolveSibling("derby.log");
        System.setProperty("derby.stream.error.file", log.toString());
        String url = "jdbc:derby:" + folder.toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            T result = use.of(connection);
            connection.commit();
            return result;
        } finally {
            shutdown(url);
            Files.deleteIfExists(log);
        }
    }

    /** The engine says by an exception that it has closed a database; one that did not open need not be closed. */
    private static void shutdown(String url) throws SQLException {
        try (Connection none = DriverManager.getConnection(url + ";shutdown=true")) {
            throw new SQLException("the database is still open: " + none);
        } catch (SQLException ended) {
            if (!CLOSED.contains(String.valueOf(ended.getSQLState()))) {
                throw ended;
            }
        }
    }

    /**
     * Copies the database of a node that stands still, under the engine's own lock.
     *
     * @throws Refused when some program has it open
     */
    static void copy(Path from, Path to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(from.resolve(LOCK).toFile(), "rw");
                FileLock lock = lock(file)) {
            if (lock == null) {
                throw new Refused("backup_db_open", from);
            }
            for (Path source : kept(from)) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
        }
    }

    private static FileLock lock(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    /** The files that are the database, without the engine's notes to itself. */
    static List<Path> kept(Path folder) throws IOException {
        return Disk.files(folder).stream()
                .filter(file -> !file.toString().endsWith(".lck")
                        && !file.getFileName().toString().equals("BACKUP.HISTORY")
                        && !file.startsWith(folder.resolve("tmp")))
                .toList();
    }
}
