package kz.jolkarta.starter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import kz.jolkarta.starter.backup.Backup;
import kz.jolkarta.starter.backup.BackupKey;
import kz.jolkarta.starter.backup.Refused;
import kz.jolkarta.starter.backup.Restore;
import kz.jolkarta.starter.backup.Said;

/**
 * The commands of the start script that need more than a shell. It says nothing to people: the script knows their
 * language and reads the exit code, of backups also lines of a code and its facts with tabs between; a refusal begins with an exclamation mark.
 *
 * <pre>
 * free PORT...            prints the first of the ports that nobody holds on the loopback; 1 when all are held
 * await URL SECONDS PID   0 once the URL answers 200; 1 when the time is over; 2 when the process has ended
 * setting FROM TO         copies settings in UTF-8, escaped so that the platform, which reads Latin-1, has their letters; 1 when they are not UTF-8
 * key FILE                makes a key pair: FILE (0600) and FILE.pub
 * backup-key FILE         makes a key of backups (0600)
 * backup-plan WHERE KEY DATA SECONDS                 whether a backup can be made; SECONDS since 1970 is its moment
 * backup WHERE KEY DATA SECONDS running|stopped      makes it
 * backup-check FILE KEY                              reads one through
 * restore-unpack FILE KEY FOLDER PROGRAM [ENGINE]    reads one into an empty folder
 * restore-fill FOLDER                                fills the PostgreSQL database of an unpacked one
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

    /** Runs one command. @return its exit code */
    public static int run(String... words) throws IOException, InterruptedException {
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
        if (words.length == 3 && words[0].equals("setting")) {
            return setting(Path.of(words[1]), Path.of(words[2]));
        }
        return words.length >= 2 && words[0].matches("backup.*|restore.*") ? kept(words) : 64;
    }

    private static int kept(String... words) {
        Said said = new Said(System.out);
        try {
            Path first = Path.of(words[1]);
            switch (words[0] + (words.length - 1)) {
                case "backup-key1" -> said.key(first, BackupKey.make(first));
                case "backup-plan4" -> backup(said, words);
                case "backup5" -> backup(said, words).make(words[5].equals("running"));
                case "backup-check2" -> new Restore(said).check(first, Path.of(words[2]));
                case "restore-unpack4" -> unpack(said, "", words);
                case "restore-unpack5" -> unpack(said, words[5], words);
                case "restore-fill1" -> new Restore(said).fill(first);
                default -> {
                    return 64;
                }
            }
            return 0;
        } catch (Refused refused) {
            System.out.println(refused.line());
            return 1;
        } catch (IOException | SQLException failed) {
            said.failed(failed);
            return 1;
        }
    }

    private static Backup backup(Said said, String... words) throws IOException {
        return new Backup(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]), Long.parseLong(words[4]), said);
    }

    private static void unpack(Said said, String engine, String... words) throws IOException, SQLException {
        new Restore(said).unpack(Path.of(words[1]), Path.of(words[2]), Path.of(words[3]), Path.of(words[4]), engine);
    }

    private static int setting(Path from, Path to) throws IOException {
        StringBuilder escaped = new StringBuilder();
        try {
            for (char c : Files.readString(from).toCharArray()) {
                escaped.append(c < 128 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        } catch (CharacterCodingException foreign) {
            return 1;
        }
        if (!Files.exists(to)
                || !Files.readString(to, StandardCharsets.ISO_8859_1).contentEquals(escaped)) {
            Files.writeString(to, escaped, StandardCharsets.US_ASCII);
        }
        return 0;
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
