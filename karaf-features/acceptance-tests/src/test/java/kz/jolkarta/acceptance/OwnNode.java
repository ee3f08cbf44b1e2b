package kz.jolkarta.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A node of the archive exactly as it is shipped, started by its own script in a process of its own. Not started by the constructor, so
 * that a test may change its settings first.
 */
public final class OwnNode implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final Map<String, String> environment = new TreeMap<>();
    private final int port = Node.freePort();
    private final int sshPort = Node.freePort();
    private Process process;

    private OwnNode(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    /**
     * Unpacks the archive below the folder.
     *
     * @param folder an empty one, best of {@code @TempDir}
     */
    public static OwnNode unpacked(Path folder) {
        Path archive = archive();
        run(List.of("tar", "xzf", archive.toString(), "-C", folder.toString()));
        Path home = folder.resolve("jolkarta-" + System.getProperty("jolkarta.version"));
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(data);
            ShellKeys.install(home, data);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new OwnNode(home, data);
    }

    /** The same program and data for another process, with an output of its own. */
    public OwnNode again() {
        OwnNode next = new OwnNode(home, data);
        try {
            Files.deleteIfExists(next.outputFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return next;
    }

    /** The archive under test. */
    public static Path archive() {
        return Path.of(System.getProperty("jolkarta.archive")).toAbsolutePath().normalize();
    }

    /** An environment variable of its process, such as {@code JAVA_OPTS} or {@code JOLKARTA_DEMO}. */
    public OwnNode with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Starts it and waits until it is healthy. */
    public Node start() {
        launch();
        Node node = node();
        Poll.healthy(node.url(), process::isAlive, this::output);
        return node;
    }

    /** Starts it without waiting for anything. */
    public Process launch() {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
        Map<String, String> env = builder.environment();
        env.keySet().removeIf(name -> name.startsWith("KARAF_") || name.equals("JAVA_OPTS"));
        env.put("KARAF_EXEC", "exec");
        // Besides the options it is shipped with: a test does not live long enough for the optimising compiler.
        env.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        env.put("JAVA_HOME", System.getProperty("java.home"));
        env.put("JOLKARTA_DATA", data.toString());
        env.put("JOLKARTA_PORT", Integer.toString(port));
        env.put("JOLKARTA_SSH_PORT", Integer.toString(sshPort));
        env.putAll(environment);
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(outputFile().toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return process;
    }

    /** What it looks like from outside, running or not. */
    public Node node() {
        return new Node("http://127.0.0.1:" + port, sshPort, home, data, data.resolve("shell.key"));
    }

    /** Its process. */
    public Process process() {
        return process;
    }

    /** {@code kill -9}: nothing is said to it before. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends it as the start script does. */
    public void stop() {
        process.destroy();
        await();
    }

    /** What it printed, and its log. */
    public String output() {
        List<String> parts = new ArrayList<>();
        for (Path file : List.of(outputFile(), home.resolve("data/log/karaf.log"))) {
            try {
                parts.add(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return String.join("\n", parts);
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private Path outputFile() {
        return data.resolveSibling("output.txt");
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the node has not ended within a minute:\n" + output());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static void run(List<String> command) {
        try {
            Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** All regular files below, for tests that look at what a node wrote. */
    public static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
