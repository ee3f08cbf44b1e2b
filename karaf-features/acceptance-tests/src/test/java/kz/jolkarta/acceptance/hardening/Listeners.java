package kz.jolkarta.acceptance.hardening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ports that a process listens on, read from the kernel's tables. */
final class Listeners {
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTEN = "0A";

    private Listeners() {}

    /** @param address as the kernel writes it, in hexadecimal */
    record Listener(String address, int port) {
        boolean loopback() {
            return address.equals("0100007F")
                    || address.equals("0000000000000000FFFF00000100007F")
                    || address.equals("00000000000000000000000001000000");
        }
    }

    static List<Listener> of(long process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process + "/fd"))) {
            for (Path handle : open.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(handle).toString());
                } catch (java.nio.file.NoSuchFileException closedMeanwhile) {
                    continue;
                }
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/net/" + table))) {
                String[] columns = line.strip().split("\\s+");
                boolean listens = table.startsWith("udp") || columns[STATE].equals(LISTEN);
                if (columns.length > INODE && listens && sockets.contains("socket:[" + columns[INODE] + "]")) {
                    String[] address = columns[ADDRESS].split(":");
                    listeners.add(new Listener(address[0], Integer.parseInt(address[1], 16)));
                }
            }
        }
        return listeners;
    }
}
