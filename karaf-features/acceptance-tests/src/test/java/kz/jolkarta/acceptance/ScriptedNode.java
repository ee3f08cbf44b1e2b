package kz.jolkarta.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node of the unpacked archive that is started and stopped by the start script, as an administrator does it. */
public final class ScriptedNode implements AutoCloseable {
    /** What the script said and how it ended. */
    public record Said(int status, String words) {}

    private final Path home;
    private final Path data;
    private final int port;

    public ScriptedNode(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    public Path data() {
        return data;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** @param more options of {@code run} */
    public Said run(String... more) {
        List<String> line = new ArrayList<>(List.of("run", "--port", String.valueOf(port)));
        line.addAll(List.of(more));
        return script(line);
    }

    /** Any command of the script on this node's data. */
    public Said command(String... words) {
        return script(List.of(words));
    }

    /** {@code kill -9}. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readString(data.resolve("node.pid")).strip());
            ProcessHandle node = ProcessHandle.of(pid).orElseThrow();
            node.destroyForcibly();
            node.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        script(List.of("stop"));
    }

    private Said script(List<String> words) {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--data", data.toString()));
        return script(home, line);
    }

    /** What the script of an unpacked archive says in English, and how it ends. */
    public static Said script(Path home, List<String> words) {
        List<String> line = new ArrayList<>(List.of(home.resolve("jolkarta").toString()));
        line.addAll(words);
        try {
            Path said = Files.createTempFile("jolkarta-script", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
            builder.environment().put("JOLKARTA_LANG", "en");
            int status = builder.start().waitFor();
            String output = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Said(status, output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
