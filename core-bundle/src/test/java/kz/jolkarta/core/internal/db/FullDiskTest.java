package kz.jolkarta.core.internal.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.testing.Eventually;
import kz.jolkarta.core.testing.FixedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk in memory that is filled up; shown as skipped where the tests may not mount one. */
class FullDiskTest {
    @Test
    void aFullDiskLosesNothingAndIsOverWhenThereIsSpaceAgain(@TempDir Path disk) throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()), "no disk can be mounted");
        try (Storage storage = Storage.derby(disk, new Storage.Limits(4, 60), FixedClock.at("2026-03-02"))) {
            Database database = storage.database();
            database.run(
                    tx -> ((JdbcTx) tx).execute("create table page (id bigint not null primary key, content blob)"));
            Set<Long> written = new HashSet<>();
            Random random = new Random(7);
            int refused = 0;
            while (refused < 5) {
                byte[] content = new byte[20_000];
                random.nextBytes(content);
                try {
                    written.add(write(database, content));
                } catch (Problem full) {
                    assertEquals(Problem.Kind.UNAVAILABLE, full.kind());
                    refused++;
                }
            }
            assertTrue(run("mount", "-o", "remount,size=96m", disk.toString()));
            Eventually.until("it can be written again", () -> {
                try {
                    return write(database, new byte[0]) > 0;
                } catch (Problem unavailable) {
                    return false;
                }
            });
            List<Long> there = database.read(tx -> tx.list("select id from page", Map.of(), row -> row.number("id")));
            assertTrue(there.containsAll(written), "what was confirmed is there");
        } finally {
            run("umount", disk.toString());
        }
    }

    private static long write(Database database, byte[] content) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into page (id, content) values (:id, :content)", Map.of("id", id, "content", content)));
        return id;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
