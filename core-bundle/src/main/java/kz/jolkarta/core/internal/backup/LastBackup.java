package kz.jolkarta.core.internal.backup;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * The last backup that was made of this node, or the one it was restored from.
 *
 * @param moment what was confirmed before is in it
 * @param bytes of its file
 * @param seconds it took
 */
public record LastBackup(Instant moment, long bytes, long seconds) {
    /** The start script leaves it in the data folder when the file has its name. */
    static final String FILE = "backup.done";

    /** Empty where there is none that can be read. */
    static Optional<LastBackup> of(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)));
            return Optional.of(new LastBackup(
                    Instant.parse(lines.getProperty("moment", "")),
                    Long.parseLong(lines.getProperty("bytes", "")),
                    Long.parseLong(lines.getProperty("seconds", ""))));
        } catch (IOException | DateTimeParseException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
