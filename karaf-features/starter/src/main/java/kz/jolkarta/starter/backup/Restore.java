package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a backup. A folder beside the future data takes all of it first; only what is whole gets its name, which is the start script's to give. */
public final class Restore {
    private static final String MANIFEST = "restore.manifest";

    private final Said said;

    public Restore(Said said) {
        this.said = said;
    }

    /** Reads the whole file and writes nothing. @throws Refused when it would not be taken */
    public void check(Path file, Path keyFile) throws IOException {
        Manifest manifest = Contents.read(readable(file), BackupKey.read(keyFile), Optional.empty(), Restore::ours);
        tell(file, manifest);
    }

    private void tell(Path file, Manifest manifest) throws IOException {
        said.line(
                "backup_whole",
                file,
                Said.megabytes(Files.size(file)),
                manifest.files().size());
        said.line(
                "backup_about",
                manifest.fact(Manifest.MOMENT),
                manifest.fact(Manifest.NODE),
                manifest.fact(Manifest.ENGINE),
                manifest.fact(Manifest.VERSION));
    }

    private static Path readable(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refused("backup_unreadable", file);
        }
        return file;
    }

    private static void ours(Manifest manifest) throws IOException {
        if (!manifest.fact(Manifest.PRODUCT).equals(Manifest.OURS)) {
            throw new Refused("backup_other_product", manifest.fact(Manifest.PRODUCT));
        }
    }

    /**
     * Unpacks the file and, of an embedded database, reads every table.
     *
     * @param staging an empty folder on the disk of the future data
     * @param home the program that is to run on them
     * @param engine {@code derby} or {@code postgresql} when one was asked for, else ""
     * @throws Refused when the file, or what it holds, is not to be taken
     */
    public void unpack(Path file, Path keyFile, Path staging, Path home, String engine)
            throws IOException, SQLException {
        Program program = Program.in(home);
        BackupKey key = BackupKey.read(keyFile);
        said.line("restore_opening");
        Manifest manifest = Contents.read(readable(file), key, Optional.of(staging), found -> {
            ours(found);
            takes(found, program, engine);
            Disk.need(staging.getParent(), found.size());
        });
        tell(file, manifest);
        Disk.writeNew(staging.resolve(MANIFEST), manifest.bytes());
        if (manifest.fact(Manifest.ENGINE).equals("derby")) {
            said.line("restore_reading");
            try {
                same(manifest, Derby.with(staging.resolve(Derby.FOLDER), Tables::read));
            } catch (SQLException broken) {
                throw new Refused("restore_db_damaged", broken.getMessage());
            }
            done(manifest, staging, Files.size(file));
        }
        long missing = program.missing(manifest.scripts());
        if (missing > 0) {
            said.line("restore_migrates", manifest.fact(Manifest.VERSION), missing, Program.version());
        }
    }

    private static void takes(Manifest manifest, Program program, String engine) throws IOException {
        Set<String> unknown = program.unknown(manifest.scripts());
        if (!unknown.isEmpty()) {
            throw new Refused(
                    "restore_newer", manifest.fact(Manifest.VERSION), Program.version(), String.join(", ", unknown));
        }
        if (!engine.isEmpty() && !engine.equals(manifest.fact(Manifest.ENGINE))) {
            throw new Refused("restore_engine", manifest.fact(Manifest.ENGINE), engine);
        }
    }

    /** Fills the PostgreSQL database that the unpacked settings name, and reads every table of it. */
    public void fill(Path staging) throws IOException, SQLException {
        Manifest manifest = Manifest.of(Files.readAllBytes(staging.resolve(MANIFEST)));
        Postgres server = Postgres.of(staging).orElseThrow(() -> new Refused("restore_no_db"));
        said.line("restore_filling", server.url());
        server.fill(staging);
        said.line("restore_reading");
        try (Connection connection = server.connect()) {
            same(manifest, Tables.read(connection));
        }
        Files.delete(staging.resolve(Postgres.DUMP));
        done(manifest, staging, 0);
    }

    private static void same(Manifest manifest, List<Manifest.Table> read) throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            if (!read.contains(table)) {
                throw new Refused("restore_table", table.name(), table.rows());
            }
        }
    }

    private void done(Manifest manifest, Path staging, long bytes) throws IOException {
        String moment = manifest.fact(Manifest.MOMENT);
        new LastBackup(OffsetDateTime.parse(moment).toInstant(), bytes, 0).write(staging);
        LastBackup.tell(staging, Optional.of("restore " + moment));
        Files.delete(staging.resolve(MANIFEST));
        said.line("restore_read", Backup.rows(manifest), manifest.tables().size(), manifest.rows("audit_entry"));
    }
}
