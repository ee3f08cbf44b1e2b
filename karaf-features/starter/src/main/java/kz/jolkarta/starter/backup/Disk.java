package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Files that are for their owner only, written so that they are there whole or not at all. */
final class Disk {
    private static final int BUFFER = 65_536;

    private Disk() {}

    static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static FileChannel create(Path file) throws IOException {
        FileAttribute<?>[] owner = posix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner);
    }

    /** @throws java.nio.file.FileAlreadyExistsException when there is one */
    static void writeNew(Path file, byte[] content) throws IOException {
        try (FileChannel out = create(file)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /** In the place of an earlier one, at once. */
    static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        writeNew(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent());
    }

    /** A new name for a file that is whole; never in the place of another one. */
    static void name(Path part, Path file) throws IOException {
        try {
            // A link fails where the name is taken; a move would only look before.
            Files.createLink(file, part);
            Files.delete(part);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException noLinks) {
            if (Files.exists(file)) {
                throw new Refused("backup_exists", file);
            }
            Files.move(part, file);
        }
        force(file.toAbsolutePath().getParent());
    }

    /** A name lasts once its folder is written. */
    private static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (java.nio.file.FileSystemException unsupported) {
            // Not every file system opens folders; it then keeps names by its own rules.
        }
    }

    static long copy(InputStream in, OutputStream out, long most, MessageDigest digest) throws IOException {
        OutputStream both = new DigestOutputStream(out, digest);
        byte[] buffer = new byte[BUFFER];
        long left = most;
        while (left > 0) {
            int part = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (part < 0) {
                break;
            }
            both.write(buffer, 0, part);
            left -= part;
        }
        return most - left;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** All regular files below, by their paths. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static long size(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            try {
                bytes += Files.size(file);
            } catch (NoSuchFileException gone) {
                // A running database takes away what it no longer needs.
            }
        }
        return bytes;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    /** @throws Refused when the folder's disk has not the room */
    static void need(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new Refused("backup_space", folder, Said.megabytes(bytes), free / 1_000_000);
        }
    }
}
