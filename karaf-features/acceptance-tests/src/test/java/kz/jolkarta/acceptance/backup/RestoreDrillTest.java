package kz.jolkarta.acceptance.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import kz.jolkarta.acceptance.ScriptedNode;
import kz.jolkarta.acceptance.imports.Imports;
import kz.jolkarta.core.testing.PostgresServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is backed up while people work, lost, and restored from the file on a machine with nothing but the archive. */
class RestoreDrillTest {
    private static final int FLIPS = 20;
    private static final int TRUNCATIONS = 10;
    private static final String REPORT = "/api/reports/2026/23";

    @TempDir
    static Path folder;

    private static Path home;
    private static Path key;

    /** What was in the node when the backup began, and what it says of itself. */
    private record Before(Set<Long> confirmed, String report, String nodeKey, String token) {}

    @BeforeAll
    static void unpack() throws IOException {
        home = OwnNode.unpacked(Files.createDirectory(folder.resolve("machine")))
                .node()
                .home();
        key = folder.resolve("backup.key");
        said(0, "number", "backup-key", key.toString());
    }

    private static void said(int status, String words, String... command) {
        ScriptedNode.Said said = ScriptedNode.script(home, List.of(command));
        assertTrue(
                said.status() == status && said.words().contains(words),
                () -> Arrays.toString(command) + ": " + said.status() + " " + said.words());
    }

    @Test
    void whatWasConfirmedBeforeABackupIsInItAndADamagedBackupTouchesNothing() throws Exception {
        Path backup = folder.resolve("derby.backup");
        Before before;
        Path data = Files.createDirectory(folder.resolve("one"));
        try (ScriptedNode node = new ScriptedNode(home, data, Node.freePort())) {
            before = backedUpUnderWriters(node, backup);
        }
        assertFalse(Files.exists(data.resolve("backup.tmp")), "nothing unencrypted stays");
        Path quiet = folder.resolve("quiet.backup");
        said(0, "The backup is in", "backup", quiet.toString(), "--key", key.toString(), "--data", data.toString());
        said(0, "is whole", "backup-check", quiet.toString(), "--key", key.toString());

        everyDamageIsRefused(backup);
        Map<Path, Long> untouched = sizes(data);
        said(1, "is not empty", "restore", backup.toString(), "--key", key.toString(), "--data", data.toString());
        said(1, "overwrites nothing", "backup", backup.toString(), "--key", key.toString(), "--data", data.toString());
        assertEquals(untouched, sizes(data));

        drill(before, backup, folder.resolve("two"), "two");
    }

    @Test
    void aDatabaseServerIsBackedUpAndRestoredIntoAnotherDatabase() throws Exception {
        assumeTrue(
                PostgresServer.programs().isPresent() || "required".equals(System.getProperty("postgresql")),
                "PostgreSQL is not installed (Debian's package postgresql)");
        PostgresServer server = PostgresServer.running();
        String db = server.createDatabase("drill_one");
        Path backup = folder.resolve("postgresql.backup");
        Before before;
        try (ScriptedNode node =
                new ScriptedNode(home, Files.createDirectory(folder.resolve("three")), Node.freePort())) {
            before = backedUpUnderWriters(node, backup, "--db", db);
        }
        Path four = folder.resolve("four");
        List<String> restore =
                List.of("restore", backup.toString(), "--key", key.toString(), "--data", four.toString());
        said(1, "is not empty", with(restore, "--db", db));
        said(1, "cannot become", with(restore, "--db", "derby"));
        assertFalse(Files.exists(four));
        drill(before, backup, four, "four", "--db", server.createDatabase("drill_two"));
    }

    private static String[] with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Before backedUpUnderWriters(ScriptedNode node, Path backup, String... options) throws Exception {
        ScriptedNode.Said started = node.run(with(
                List.of("--profile", "region", "--region", "23", "--measures", "1,13", "--centres", "23"), options));
        assertEquals(0, started.status(), started::words);
        Node seen = new Node(node.url(), 0, home, node.data(), home);
        Api api = seen.api();
        new Imports(api).whole(Imports.sample("children-atyrau-kk.xlsx", folder));
        String report = api.get(REPORT).expect(200).text();
        Writers writers = new Writers(api);
        Poll.until(
                "people are at work",
                Duration.ofMinutes(1),
                () -> writers.confirmed().size() > 30 ? Optional.of(true) : Optional.empty());
        Set<Long> confirmed = writers.confirmed();
        ScriptedNode.Said made = node.command("backup", backup.toString(), "--key", key.toString());
        assertEquals(0, made.status(), made::words);
        assertTrue(made.words().contains("The backup is in " + backup), made::words);
        Set<Long> during = writers.confirmed();
        assertTrue(during.size() > confirmed.size(), "nobody had to wait for the backup");
        Poll.until(
                "people work on",
                Duration.ofMinutes(1),
                () -> writers.confirmed().size() > during.size() + 20 ? Optional.of(true) : Optional.empty());
        writers.stop();
        assertTrue(api.get("/metrics").text().contains("\njolkarta_backup_bytes " + Files.size(backup) + "\n"));
        return new Before(
                confirmed, report, api.get("/api/report-key").expect(200).text(), seen.token());
    }

    /** As on an empty machine: the archive, the backup and the key are all there is. */
    private void drill(Before before, Path backup, Path data, String machine, String... options) throws Exception {
        Path fresh = OwnNode.unpacked(Files.createDirectory(folder.resolve("machine-" + machine)))
                .node()
                .home();
        ScriptedNode.Said restored = ScriptedNode.script(
                fresh,
                List.of(with(
                        List.of("restore", backup.toString(), "--key", key.toString(), "--data", data.toString()),
                        options)));
        assertEquals(0, restored.status(), restored::words);
        assertTrue(restored.words().contains("Everything was read and is as it was"), restored::words);
        try (ScriptedNode node = new ScriptedNode(fresh, data, Node.freePort())) {
            ScriptedNode.Said started = node.run();
            assertEquals(0, started.status(), started::words);
            Api api = new Api(node.url(), before.token(), "en");
            assertEquals(before.report(), api.get(REPORT).expect(200).text(), "the figures of the report");
            assertEquals(
                    before.nodeKey(), api.get("/api/report-key").expect(200).text(), "what it signs, shows as its own");
            Set<Long> children = Writers.children(api);
            Set<Long> lost = new TreeSet<>(before.confirmed());
            lost.removeAll(children);
            assertEquals(Set.of(), lost, "confirmed before the backup and not in it");
            assertEquals(
                    children, Writers.told(api), "no child without its entry in the trail, no entry without its child");
            assertTrue(
                    api.get("/api/audit?kind=backup").expect(200).text().contains("\"import\""),
                    "the trail tells of the restore");
        }
    }

    private void everyDamageIsRefused(Path backup) throws Exception {
        Map<String, byte[]> wrong = new TreeMap<>();
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(997);
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            wrong.put("flip-" + i, flipped);
        }
        for (int i = 0; i < TRUNCATIONS; i++) {
            wrong.put("cut-" + i, Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
        byte[] newer = whole.clone();
        newer["JOLKARTA-BACKUP\n".length() + 3] = 2;
        wrong.put("newer", newer);
        wrong.put("archive", Arrays.copyOf(Files.readAllBytes(OwnNode.archive()), 100_000));
        wrong.put("empty", new byte[0]);
        for (Map.Entry<String, byte[]> file : wrong.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".wrong"), file.getValue());
        }
        Path nowhere = folder.resolve("nowhere");
        List<String> taken = wrong.keySet().parallelStream()
                .map(name -> name + ": " + restore(folder.resolve(name + ".wrong"), key, nowhere))
                .filter(said ->
                        !said.matches("(?s).*: 1 .*(damaged|is not a backup|was made with the key|of format).*"))
                .toList();
        assertEquals(List.of(), taken);
        Path other = folder.resolve("other.key");
        said(0, "number", "backup-key", other.toString());
        String foreign = restore(backup, other, nowhere);
        assertTrue(foreign.contains("Name the right key file"), foreign);
        assertFalse(Files.exists(nowhere), "nothing was made");
        try (var beside = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("."))
                            .toList());
        }
    }

    private String restore(Path backup, Path with, Path data) {
        ScriptedNode.Said said = ScriptedNode.script(
                home, List.of("restore", backup.toString(), "--key", with.toString(), "--data", data.toString()));
        return said.status() + " " + said.words();
    }

    private static Map<Path, Long> sizes(Path data) {
        return OwnNode.files(data).stream()
                .collect(Collectors.toMap(path -> path, path -> path.toFile().length()));
    }
}
