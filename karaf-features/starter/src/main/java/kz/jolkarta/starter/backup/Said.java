package kz.jolkarta.starter.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the start script how far things are, one line each: a code and facts with tabs between; the script has the words. */
public record Said(PrintStream out) {
    private static final long MEGABYTE = 1_000_000;

    void line(String code, Object... facts) {
        out.println(line(code, Stream.of(facts).map(String::valueOf).toList()));
        out.flush();
    }

    /** A key was made. */
    public void key(Path file, BackupKey key) {
        line("backup_key_made", file, key.id());
    }

    /** What went wrong has no words of its own: the machine's are given. */
    public void failed(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        boolean full = message.contains("No space left");
        line(
                full ? "!backup_full_somewhere" : "!backup_failed",
                full ? "-" : failure.getClass().getSimpleName() + ": " + message);
    }

    static String line(String code, List<String> facts) {
        return Stream.concat(Stream.of(code), facts.stream().map(fact -> fact.replaceAll("[\t\r\n]", " ")))
                .collect(Collectors.joining("\t"));
    }

    /** Whole megabytes, 1 at least. */
    static long megabytes(long bytes) {
        return Math.max(1, (bytes + MEGABYTE / 2) / MEGABYTE);
    }
}
