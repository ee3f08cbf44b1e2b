package kz.jolkarta.acceptance.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A node of the unpacked archive that is started and stopped by the start script, as an administrator does it. */
final class ScriptedNode implements AutoCloseable {
    /** What the script said and how it ended. */
    record Said(int status, String words) {}

    private final Path home;
    private final Path data;
    private final int port;

    ScriptedNode(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    Path data() {
        return data;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** @param more options of {@code run} */
    Said run(String... more) {
        List<String> line = new ArrayList<>(List.of("run", "--port", String.valueOf(port)));
        line.addAll(List.of(more));
        return script(line);
    }

    /** {@code kill -9}. */
    void kill() {
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
        List<String> line = new ArrayList<>(List.of(home.resolve("jolkarta").toString()));
        line.addAll(words);
        line.addAll(List.of("--data", data.toString()));
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
