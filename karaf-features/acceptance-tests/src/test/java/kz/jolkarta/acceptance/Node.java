package kz.jolkarta.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A running node seen from outside.
 *
 * @param url where it answers, without a slash at the end
 * @param sshPort of its shell, on the loopback
 * @param home the unpacked program
 * @param data its data folder, with {@code first-run.txt}
 * @param key the key of its shell
 */
public record Node(String url, int sshPort, Path home, Path data, Path key) {
    /** The token of the first administrator, who may do everything everywhere. */
    public String token() {
        return firstRun("token");
    }

    /** A line of {@code first-run.txt}: {@code url}, {@code user}, {@code password} or {@code token}. */
    public String firstRun(String name) {
        Properties lines = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("first-run.txt"))) {
            lines.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("first-run.txt has no line " + name + "=");
        }
        return value;
    }

    /** The API as the first administrator, in English. */
    public Api api() {
        return anonymous().as(token());
    }

    /** The API as nobody, in English. */
    public Api anonymous() {
        return new Api(url, "", "en");
    }

    /** One command in the node's shell, as the machine's administrator. */
    public Shell.Answer shell(String command) {
        return new Shell(sshPort).byKey(key, command);
    }

    /** A port of the loopback that nothing listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
