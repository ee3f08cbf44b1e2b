package kz.jolkarta.starter.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the backup of a node: everything that has to be kept is brought together beside the data, read, sealed, read back and given its name. */
public final class Backup {
    /** Below the data folder: where the copy lies until it is sealed; the running node puts its database there. */
    static final String WORK = "backup.tmp";

    private static final List<String> FOLDERS = List.of("etc", "kar");
    private static final List<String> FILES = List.of("node.key", "shell.key", "shell.key.pub");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    private final Path data;
    private final Path work;
    private final BackupKey key;
    private final Path target;
    private final Instant moment;
    private final ZoneId zone;
    private final Said said;

    /**
     * Looks at everything that can be known beforehand.
     *
     * @param where a file that is not there yet, or a folder, in which it is called after its moment
     * @param moment seconds since 1970 when the backup was asked for; everything confirmed before is in it
     * @throws Refused when it cannot be made
     */
    public Backup(Path where, Path keyFile, Path data, long moment, Said said) throws IOException {
        this.data = data;
        this.work = data.resolve(WORK);
        this.key = BackupKey.read(keyFile);
        if (keyFile.toRealPath().startsWith(data.toRealPath())) {
            throw new Refused("backup_key_inside", keyFile);
        }
        this.moment = Instant.ofEpochSecond(moment);
        this.zone = ZoneId.of(Postgres.settings(data.resolve("etc/kz.jolkarta.node.cfg"))
                .getProperty("zone", "Asia/Almaty")
                .strip());
        this.said = said;
        Path named = Files.isDirectory(where)
                ? where.resolve("jolkarta-" + NAME.format(this.moment.atZone(zone)) + ".backup")
                : where;
        this.target = named.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new Refused("backup_exists", target);
        }
        if (!Files.isDirectory(target.getParent()) || !Files.isWritable(target.getParent())) {
            throw new Refused("backup_no_folder", target.getParent());
        }
        if (Postgres.of(data).isPresent()) {
            Postgres.program("pg_dump");
        } else if (Files.isDirectory(data.resolve(Derby.FOLDER))) {
            long room = Disk.size(data.resolve(Derby.FOLDER));
            Disk.need(data, room + room / 10);
        } else {
            throw new Refused("backup_no_db", data.resolve(Derby.FOLDER));
        }
    }

    /**
     * Makes it.
     *
     * @param running whether the node runs, and has put the copy of an embedded database where it belongs
     */
    public void make(boolean running) throws IOException, SQLException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Thread cleaning = new Thread(() -> clean(part));
        Runtime.getRuntime().addShutdownHook(cleaning);
        try {
            Optional<Postgres> server = Postgres.of(data);
            if (server.isPresent() || !running) {
                Disk.delete(work);
                Files.createDirectories(work);
            }
            Read read = server.isPresent() ? postgres(server.get()) : derby(running);
            keep();
            Manifest manifest = manifest(read, server.isPresent() ? "postgresql" : "derby");
            said.line("backup_sealing", Said.megabytes(manifest.size()));
            Files.deleteIfExists(part);
            seal(manifest, part);
            said.line("backup_reading_back");
            Contents.read(part, key, Optional.empty(), found -> {});
            long bytes = Files.size(part);
            Disk.name(part, target);
            long seconds = Math.max(1, Duration.between(moment, Instant.now()).toSeconds());
            new LastBackup(moment, bytes, seconds).write(data);
            LastBackup.tell(data, running ? Optional.empty() : Optional.of("backup " + manifest.fact(Manifest.MOMENT)));
            said.line(
                    "backup_done",
                    target,
                    Said.megabytes(bytes),
                    seconds,
                    manifest.files().size());
            said.line(
                    "backup_holds",
                    manifest.fact(Manifest.MOMENT),
                    rows(manifest),
                    manifest.tables().size(),
                    manifest.rows("audit_entry"),
                    key.id());
        } finally {
            clean(part);
            Runtime.getRuntime().removeShutdownHook(cleaning);
        }
    }

    static long rows(Manifest manifest) {
        return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
    }

    private void clean(Path part) {
        try {
            Files.deleteIfExists(part);
            Disk.delete(work);
        } catch (IOException left) {
            said.line("backup_left", work);
        }
    }

    /** What was read of the database. */
    private record Read(List<Manifest.Script> scripts, List<Manifest.Table> tables) {
        static Read of(Connection connection) throws SQLException, IOException {
            return new Read(Tables.scripts(connection), Tables.read(connection));
        }
    }

    private Read derby(boolean running) throws IOException, SQLException {
        Path copy = work.resolve(Derby.FOLDER);
        if (!running) {
            Derby.copy(data.resolve(Derby.FOLDER), copy);
        }
        said.line("backup_reading");
        try {
            return Derby.with(copy, Read::of);
        } catch (SQLException broken) {
            throw new Refused("backup_db_damaged", broken.getMessage());
        }
    }

    private Read postgres(Postgres server) throws IOException, SQLException {
        try (Connection connection = server.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            said.line("backup_dumping");
            server.dump(connection, work);
            said.line("backup_reading");
            return Read.of(connection);
        }
    }

    /** Settings, measures from outside and keys; whoever restores has them before the first start. */
    private void keep() throws IOException {
        for (String folder : FOLDERS) {
            for (Path file : Disk.files(data.resolve(folder))) {
                copy(file);
            }
        }
        for (String name : FILES) {
            if (Files.exists(data.resolve(name))) {
                copy(data.resolve(name));
            }
        }
    }

    private void copy(Path file) throws IOException {
        Path target = work.resolve(data.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private Manifest manifest(Read read, String engine) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : Disk.files(work)) {
            if (!file.startsWith(work.resolve(Derby.FOLDER))) {
                files.add(file);
            }
        }
        files.addAll(Derby.kept(work.resolve(Derby.FOLDER)));
        Map<String, String> facts = Map.of(
                Manifest.PRODUCT, Manifest.OURS,
                Manifest.VERSION, Program.version(),
                Manifest.ENGINE, engine,
                Manifest.MOMENT,
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone)),
                Manifest.NODE, NodeId.of(data.resolve("node.key")));
        return new Manifest(facts, read.scripts(), read.tables(), Contents.entries(work, files));
    }

    private void seal(Manifest manifest, Path part) throws IOException {
        try (FileChannel channel = Disk.create(part)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), Seal.CHUNK);
            Contents.write(out, key, manifest, work);
            channel.force(true);
        } catch (IOException failed) {
            if (String.valueOf(failed.getMessage()).contains("No space left")) {
                throw new Refused("backup_full", target.getParent());
            }
            throw failed;
        }
    }
}
