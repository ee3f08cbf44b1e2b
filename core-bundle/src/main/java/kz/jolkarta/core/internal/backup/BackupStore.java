package kz.jolkarta.core.internal.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** What backups ask of the database. */
final class BackupStore {
    /**
     * Copies the embedded database into a folder of its own name below the given one, while everybody keeps writing; what is confirmed before the copy begins is
     * in it.
     */
    void copy(Tx tx, Path folder) {
        tx.update(
                "call syscs_util.syscs_backup_database(:folder)",
                Map.of("folder", folder.toAbsolutePath().toString()));
    }

    /** When the tables were made. */
    Instant begun(Tx tx) {
        return tx.list(
                        "select min(applied_at) as begun from schema_history where bundle = 'core'",
                        Map.of(),
                        row -> row.instant("begun"))
                .get(0);
    }
}
