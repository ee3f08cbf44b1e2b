package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The last backup of a node as its health tells it.
 *
 * @param moment what was confirmed before is in it
 * @param bytes of the sealed file
 * @param seconds it took
 */
record LastBackup(Instant moment, long bytes, long seconds) {
    private static final String FILE = "backup.done";
    /** What the node writes into its trail as soon as it runs, one a line. */
    private static final String UNTOLD = "backup.untold";

    void write(Path data) throws IOException {
        Disk.write(
                data.resolve(FILE),
                ("moment=" + moment + "\nbytes=" + bytes + "\nseconds=" + seconds + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Leaves word of what was done while no node ran. */
    static void tell(Path data, Optional<String> event) throws IOException {
        if (event.isPresent()) {
            Path file = data.resolve(UNTOLD);
            if (!Files.exists(file)) {
                Disk.writeNew(file, new byte[0]);
            }
            Files.writeString(file, event.get() + "\n", StandardOpenOption.APPEND);
        }
    }
}
