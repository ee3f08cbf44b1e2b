package kz.jolkarta.starter.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.starter.Starter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The backup of a node that stands still, on a small database. */
class BackupTest {
    private static final String SCRIPT = "create table thing (id integer);\n";
    private static final long MOMENT = 1_772_434_800;

    @TempDir
    Path folder;

    private Path data;
    private Path key;
    private Path program;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Said said = new Said(new PrintStream(lines, true, StandardCharsets.UTF_8));

    @BeforeEach
    void node() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/kz.jolkarta.node.cfg"), "zone = Asia/Almaty\n");
        Files.writeString(data.resolve("node.key"), "secret");
        Files.writeString(data.resolve("first-run.txt"), "token=never in a backup");
        key = folder.resolve("backup.key");
        BackupKey.make(key);
        database(
                "create table schema_history (bundle varchar(60), version integer, name varchar(100), checksum varchar(64))",
                "insert into schema_history values ('core', 1, 'V001__thing.sql', '" + hash(SCRIPT) + "'),"
                        + " ('mentoring', 1, 'V001__of-others.sql', 'unknown')",
                "create table thing (id integer, name varchar(20), content blob)",
                "insert into thing values (1, 'Мөлдір', cast(X'00ff' as blob)), (2, null, null)",
                "create table audit_entry (id bigint)",
                "insert into audit_entry values 1, 2, 3");
        program = program(SCRIPT);
    }

    private void database(String... statements) throws SQLException {
        String url = "jdbc:derby:" + data.resolve("db");
        try (Connection connection = DriverManager.getConnection(url + ";create=true");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        assertThrows(SQLException.class, () -> DriverManager.getConnection(url + ";shutdown=true"));
    }

    private static String hash(String text) {
        MessageDigest digest = Disk.sha256();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return Disk.hex(digest);
    }

    private Path program(String... scripts) throws Exception {
        Path home = Files.createTempDirectory(folder, "program");
        Path jar = home.resolve("system/kz/jolkarta/core-bundle/1/core-bundle-1.jar");
        Files.createDirectories(jar.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < scripts.length; i++) {
                zip.putNextEntry(new ZipEntry("db/V00" + (i + 1) + "__thing.sql"));
                zip.write(scripts[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return home;
    }

    private Path backup() throws Exception {
        Path file = folder.resolve("node.backup");
        new Backup(file, key, data, MOMENT, said).make(false);
        return file;
    }

    private Path staging() throws Exception {
        return Files.createTempDirectory(folder, "staging");
    }

    private static List<String> names(Path folder) throws Exception {
        try (var found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingThatIsToBeKeptComesBackAndNothingElse() throws Exception {
        Path file = backup();
        assertFalse(Files.exists(data.resolve("backup.tmp")), "nothing unsealed stays");
        Path staging = staging();
        new Restore(said).unpack(file, key, staging, program, "derby");
        assertEquals(List.of("backup.done", "backup.untold", "db", "etc", "node.key"), names(staging));
        assertEquals("secret", Files.readString(staging.resolve("node.key")));
        assertEquals("restore 2026-03-02T12:00:00+05:00\n", Files.readString(staging.resolve("backup.untold")));
        assertTrue(Files.readString(staging.resolve("backup.done")).startsWith("moment=2026-03-02T07:00:00Z\n"));
        String told = lines.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("restore_read\t7\t3\t3\n"), told);
        assertTrue(told.contains("backup_holds\t2026-03-02T12:00:00+05:00\t7\t3\t3\t"), told);
        assertEquals(List.of("backup 2026-03-02T12:00:00+05:00"), Files.readAllLines(data.resolve("backup.untold")));
    }

    @Test
    void inAFolderItIsCalledAfterItsMomentAndWhatCannotBeIsSaidBeforehand() throws Exception {
        Path shelf = Files.createDirectory(folder.resolve("shelf"));
        new Backup(shelf, key, data, MOMENT, said).make(false);
        assertEquals(List.of("jolkarta-2026-03-02-120000.backup"), names(shelf));
        assertEquals("backup_exists", code(() -> new Backup(shelf, key, data, MOMENT, said)));
        assertEquals("backup_no_folder", code(() -> new Backup(folder.resolve("no/such"), key, data, MOMENT, said)));
        Path inside = data.resolve("etc/backup.key");
        Files.copy(key, inside);
        assertEquals(
                "backup_key_inside",
                code(() -> new Backup(folder.resolve("x"), inside, data, MOMENT, said)),
                "no key goes into its own backup");
        Disk.delete(data.resolve("db"));
        assertEquals("backup_no_db", code(() -> new Backup(folder.resolve("x"), key, data, MOMENT, said)));
    }

    @Test
    void aProgramThatDoesNotKnowTheTablesIsRefusedAndANewerOneIsNot() throws Exception {
        Path file = backup();
        Path staging = staging();
        for (Path older : List.of(program(), program("create table other (id integer);\n"))) {
            assertEquals("restore_newer", code(() -> new Restore(said).unpack(file, key, staging, older, "")));
            assertEquals(List.of(), names(staging), "nothing is written before");
        }
        assertEquals("restore_engine", code(() -> new Restore(said).unpack(file, key, staging, program, "postgresql")));
        new Restore(said).unpack(file, key, staging, program(SCRIPT, SCRIPT), "");
        assertTrue(lines.toString(StandardCharsets.UTF_8).contains("restore_migrates\t"));
    }

    @Test
    void aTableThatIsNotAsItWasIsFound() throws Exception {
        Manifest.Table before = read("THING");
        database("update thing set name = 'Мөлдыр' where id = 1");
        assertEquals(before.rows(), read("THING").rows());
        assertFalse(before.equals(read("THING")));
    }

    @Test
    void aDatabaseWithADamagedPageIsFoundOnTheDayItIsBackedUp() throws Exception {
        Path last = Disk.files(data.resolve("db/seg0")).stream()
                .filter(file -> file.toString().endsWith(".dat"))
                .max(java.util.Comparator.comparingLong(
                        file -> Long.parseLong(file.getFileName().toString().replaceAll("^c|\\.dat$", ""), 16)))
                .orElseThrow();
        byte[] pages = Files.readAllBytes(last);
        pages[4096 + 300] ^= 1;
        Files.write(last, pages);
        assertEquals("backup_db_damaged", code(this::backup));
        assertFalse(Files.exists(folder.resolve("node.backup")));
    }

    private Manifest.Table read(String table) throws Exception {
        return Derby.with(data.resolve("db"), Tables::read).stream()
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStartScriptGetsLinesAndAnExitCode() throws Exception {
        Path file = backup();
        assertEquals(0, run("backup-check", file.toString(), key.toString()));
        assertEquals(1, run("backup-check", data.resolve("node.key").toString(), key.toString()));
        assertEquals(1, run("backup-check", folder.resolve("none").toString(), key.toString()));
        assertEquals(64, run("backup-check", file.toString()));
        assertEquals(1, run("backup-key", key.toString()));
        assertEquals(1, run("backup-key", folder.resolve("none/backup.key").toString()));
    }

    private static int run(String... words) throws Exception {
        return Starter.run(words);
    }

    @Test
    void whatOpensIsStillComparedFileByFile() throws Exception {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(root.resolve("a"), "one");
        for (String path : List.of("../outside", "a")) {
            Manifest.Entry wrong = new Manifest.Entry(3, hash(path.equals("a") ? "two" : "one"), path);
            Manifest right = manifest(new Manifest.Entry(3, hash("one"), "a"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThrows(
                    java.io.IOException.class, () -> Contents.write(out, BackupKey.read(key), manifest(wrong), root));
            Path file = folder.resolve(path.length() + ".backup");
            try (var written = Files.newOutputStream(file)) {
                Contents.write(written, BackupKey.read(key), right, root);
            }
            assertEquals(right, Contents.read(file, BackupKey.read(key), java.util.Optional.empty(), found -> {}));
        }
    }

    private static Manifest manifest(Manifest.Entry entry) {
        return new Manifest(java.util.Map.of(Manifest.PRODUCT, Manifest.OURS), List.of(), List.of(), List.of(entry));
    }

    private static String code(Executable what) {
        return assertThrows(Refused.class, what).getMessage();
    }
}
