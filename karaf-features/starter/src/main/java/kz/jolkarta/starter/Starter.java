package kz.jolkarta.starter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The commands of the start script that need more than a shell. It says nothing to people: the script knows their
 * language and reads the exit code.
 *
 * <pre>
 * free PORT...            prints the first of the ports that nobody holds on the loopback; 1 when all are held
 * await URL SECONDS PID   0 once the URL answers 200; 1 when the time is over; 2 when the process has ended
 * key FILE                makes a key pair: FILE (0600) and FILE.pub
 * </pre>
 */
public final class Starter {
    private Starter() {}

    /**
     * Runs one command and ends the virtual machine with its exit code.
     *
     * @param words the command and its arguments; anything else ends with 64
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        System.exit(run(words));
    }

    static int run(String... words) throws IOException, InterruptedException {
        if (words.length >= 2 && words[0].equals("free")) {
            for (int i = 1; i < words.length; i++) {
                if (free(Integer.parseInt(words[i]))) {
                    System.out.println(words[i]);
                    return 0;
                }
            }
            return 1;
        }
        if (words.length == 4 && words[0].equals("await")) {
            Wait wait = new Wait(URI.create(words[1]), Duration.ofSeconds(Long.parseLong(words[2])));
            return wait.of(Long.parseLong(words[3]));
        }
        if (words.length == 2 && words[0].equals("key")) {
            ShellKey.make(Path.of(words[1]));
            return 0;
        }
        return 64;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
