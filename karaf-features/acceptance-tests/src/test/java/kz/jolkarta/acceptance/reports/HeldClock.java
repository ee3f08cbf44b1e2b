package kz.jolkarta.acceptance.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.jolkarta.acceptance.OwnNode;

/**
 * The wall clock of a node's process in the hands of a test: {@link ClockLibrary} stands between the unchanged program and the system, and reads the time from
 * a file at every look at the clock. What a program waits for runs on by the machine's own clock.
 *
 * @param file that tells the time
 */
record HeldClock(Path file) {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Almaty");
    private static final DateTimeFormatter STANDING = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** The node, not started yet, with this clock and in UTC. */
    OwnNode of(OwnNode node) {
        Path library = ClockLibrary.installed().orElseThrow(() -> new AssertionError("libfaketime is not installed"));
        return node.with("LD_PRELOAD", library.toString())
                .with("FAKETIME_TIMESTAMP_FILE", file.toString())
                .with("FAKETIME_NO_CACHE", "1")
                .with("FAKETIME_DISABLE_SHM", "1")
                .with("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // Debian's build mends a fault of old C libraries by default; with a new one waiting would end at once.
                .with("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .with("NO_FAKE_STAT", "1")
                .with("TZ", "UTC");
    }

    /** From now on it runs from this moment. @param office the office's local time, {@code 2026-12-11T09:00} */
    void runsFrom(String office) {
        long ahead = instant(office).toEpochMilli() - System.currentTimeMillis();
        tell(String.format(Locale.ROOT, "%+.3f", ahead / 1000.0));
    }

    /** It shows this moment until it is set again. @param office as above */
    void standsAt(String office) {
        tell(instant(office).atOffset(ZoneOffset.UTC).format(STANDING));
    }

    private static Instant instant(String office) {
        return LocalDateTime.parse(office).atZone(OFFICE).toInstant();
    }

    /** In one step: half a line would be another time. */
    private void tell(String time) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, time + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
