package kz.jolkarta.core.internal.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.http.HealthCheck.State;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.access.AuditTrail;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothEngines
class BackupsTest {
    private final TestDatabase database;
    /** The tables are made on 2 March 2026. */
    private final FixedClock clock = FixedClock.at("2026-03-02");

    @TempDir
    Path data;

    BackupsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clear() {
        database.clear("audit_entry");
    }

    private Backups backups(int days) {
        return new Backups(data, database, new AuditTrail(database, clock), clock, days);
    }

    private List<String> trail() {
        return database.read(tx -> tx.list(
                "select action, kind, login, detail from audit_entry order by id",
                Map.of(),
                row -> row.text("action") + " " + row.text("kind") + " " + row.text("login") + " "
                        + row.text("detail")));
    }

    @Test
    void theEmbeddedDatabaseIsCopiedAServerIsNotAndTheTrailTellsOfBoth() throws Exception {
        Files.createDirectories(data.resolve("backup.tmp/of-an-earlier-one"));
        assertEquals(database.engine() == Engine.DERBY, backups(7).copy(User.shell("jolkarta", Language.EN)));
        assertEquals(List.of("EXPORT backup shell:jolkarta "), trail());
        if (database.engine() == Engine.DERBY) {
            assertFalse(Files.exists(data.resolve("backup.tmp/of-an-earlier-one")));
            try (var found = Files.walk(data.resolve("backup.tmp"))) {
                assertTrue(found.anyMatch(path -> path.endsWith("service.properties")), "a whole database");
            }
        }
    }

    @Test
    void whatWasDoneWhileTheNodeStoodStillIsToldOnce() throws Exception {
        Path untold = data.resolve("backup.untold");
        Files.writeString(untold, "restore 2026-03-01T10:00:00+05:00\nbackup 2026-03-01T18:00:00+05:00\n");
        backups(7);
        backups(7);
        assertEquals(
                List.of(
                        "IMPORT backup system 2026-03-01T10:00:00+05:00",
                        "EXPORT backup system 2026-03-01T18:00:00+05:00"),
                trail());
        assertFalse(Files.exists(untold));
    }

    @Test
    void healthWarnsWhenTheLastOneIsOldOrANodeThatIsNotNewHasNone() throws Exception {
        Backups backups = backups(7);
        clock.advance(Duration.ofDays(7));
        assertEquals(State.UP, backups.check().state(), "a new node");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(State.WARNING, backups.check().state(), "seven days without one");
        assertEquals(State.UP, backups(0).check().state(), "nobody wants to know");

        Files.writeString(data.resolve("backup.done"), "moment=" + clock.now() + "\nbytes=1\nseconds=1\n");
        assertEquals(State.UP, backups.check().state(), "one was made now");
        clock.advance(Duration.ofDays(9));
        assertEquals("the last one is 9 days old", backups.check().detail());

        Files.writeString(data.resolve("backup.done"), "moment=yester");
        assertEquals("none was ever made", backups.check().detail(), "what cannot be read is no backup");
    }
}
