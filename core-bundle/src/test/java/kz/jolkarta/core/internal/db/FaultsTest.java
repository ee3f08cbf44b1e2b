package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.apache.derby.jdbc.EmbeddedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database service does when the database fails. */
class FaultsTest {
    private static final Storage.Limits LIMITS = new Storage.Limits(4, 60);
    private static final FixedClock CLOCK = FixedClock.at("2026-03-02");

    private static long jobs(Database database) {
        return database.<Long>read(tx -> tx.number("select count(*) from job", Map.of()));
    }

    private static boolean answers(Database database) {
        try {
            return jobs(database) >= 0;
        } catch (Problem unavailable) {
            assertEquals(Problem.Kind.UNAVAILABLE, unavailable.kind());
            return false;
        }
    }

    @Test
    void aDatabaseWhoseMakingWasCutShortIsMadeAnew(@TempDir Path data) throws Exception {
        Files.createDirectories(data.resolve("db.tmp/seg0"));
        Files.writeString(data.resolve("db.tmp/service.properties"), "half");
        try (Storage storage = Storage.derby(data, LIMITS, CLOCK)) {
            assertEquals(0, jobs(storage.database()));
        }
        assertTrue(Files.notExists(data.resolve("db.tmp")));
        try (Storage again = Storage.derby(data, LIMITS, CLOCK)) {
            assertEquals(0, jobs(again.database()));
        }
    }

    @Test
    void anEngineThatStoppedIsStartedAnewWithoutTheNode(@TempDir Path data) throws Exception {
        try (Storage storage = Storage.derby(data, LIMITS, CLOCK)) {
            Database database = storage.database();
            long before = database.nextId();
            String url = "jdbc:derby:" + data.resolve("db").toAbsolutePath() + ";shutdown=true";
            assertThrows(SQLException.class, () -> new EmbeddedDriver().connect(url, new Properties()));
            Eventually.until("the database answers again", () -> answers(database));
            assertTrue(database.nextId() > before);
        }
    }

    /** The node is killed again and again while it makes its database and applies its scripts. */
    @Test
    void aNodeThatIsKilledWhileItStartsComesUpAtItsNextStart(@TempDir Path data) throws Exception {
        for (int kill = 1; kill <= 6; kill++) {
            Process node = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StartingNode.class.getName(),
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = node.waitFor(kill * 400L, TimeUnit.MILLISECONDS);
            node.destroyForcibly().waitFor();
            assertFalse(ended, "the node runs until it is killed");
        }
        try (Storage storage = StartingNode.start(data)) {
            assertEquals(
                    StartingNode.SCRIPTS,
                    storage.database().<Long>read(tx -> tx.number("select count(*) from grain", Map.of())));
        }
    }

    /** A node with scripts of its own that stays up until it is killed. */
    static final class StartingNode {
        static final int SCRIPTS = 20;

        private StartingNode() {}

        public static void main(String[] args) throws Exception {
            start(Path.of(args[0]));
            Thread.currentThread().join();
        }

        static Storage start(Path data) throws SQLException {
            Storage storage = Storage.derby(data, LIMITS, CLOCK);
            List<Script> scripts = java.util.stream.IntStream.rangeClosed(1, SCRIPTS)
                    .mapToObj(i -> new Script(
                            i,
                            "V%03d__grain.sql".formatted(i),
                            (i == 1 ? "create table grain (id integer not null primary key);\n" : "")
                                    + "insert into grain (id) values (" + i + ");\n"))
                    .toList();
            new ScriptRunner(((JdbcDatabase) storage.database()).source(), CLOCK).apply("mill", scripts);
            return storage;
        }
    }

    @Test
    void aServerThatIsNotThereIsAProblemAndNotABug() {
        Problem problem = assertThrows(
                Problem.class,
                () -> Storage.postgresql(
                        "jdbc:postgresql://127.0.0.1:1/none", "nobody", "", Optional.empty(), LIMITS, CLOCK));
        assertEquals("problem.database-unavailable", problem.message().key());
    }

    @BothEngines
    static class CutConnections {
        @Test
        void theServiceGoesOnWithNewConnections(TestDatabase database) {
            assertEquals(0, jobs(database));
            if (database.engine() == kz.jolkarta.core.db.Engine.POSTGRESQL) {
                // The last of them is the one that asks, so the server ends this transaction too.
                Problem cut = assertThrows(
                        Problem.class,
                        () -> database.read(tx -> tx.list(
                                "select pg_terminate_backend(pid) as ended from pg_stat_activity where application_name = 'jolkarta'"
                                        + " order by case when pid = pg_backend_pid() then 1 else 0 end",
                                Map.of(),
                                row -> row.flag("ended"))));
                assertEquals(Problem.Kind.UNAVAILABLE, cut.kind());
            }
            Eventually.until("the database answers again", () -> answers(database));
        }
    }
}
