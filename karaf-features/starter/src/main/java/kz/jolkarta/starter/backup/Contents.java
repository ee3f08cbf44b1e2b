package kz.jolkarta.starter.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The content of a sealed file: deflated, the length of the manifest (4 bytes), the manifest, then the files one after the other as it lists them. */
final class Contents {
    private static final int LONGEST_MANIFEST = 64_000_000;

    private Contents() {}

    /** Whether what the manifest says may be restored here; asked before anything is written. */
    @FunctionalInterface
    interface Check {
        void of(Manifest manifest) throws IOException;
    }

    /** Sizes and hashes of files, in the order given. @param root what their paths are below of */
    static List<Manifest.Entry> entries(Path root, List<Path> files) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Path file : files) {
            MessageDigest digest = Disk.sha256();
            try (InputStream in = Files.newInputStream(file)) {
                long size = Disk.copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE, digest);
                String path = root.relativize(file)
                        .toString()
                        .replace(root.getFileSystem().getSeparator(), "/");
                entries.add(new Manifest.Entry(size, Disk.hex(digest), path));
            }
        }
        return entries;
    }

    static void write(OutputStream out, BackupKey key, Manifest manifest, Path root) throws IOException {
        SealedOutput sealed = new SealedOutput(out, key);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(sealed, deflater, Seal.CHUNK);
            DataOutputStream data = new DataOutputStream(packed);
            byte[] head = manifest.bytes();
            data.writeInt(head.length);
            data.write(head);
            for (Manifest.Entry entry : manifest.files()) {
                MessageDigest digest = Disk.sha256();
                try (InputStream in = Files.newInputStream(root.resolve(entry.path()))) {
                    Disk.copy(in, data, entry.size(), digest);
                }
                if (!Disk.hex(digest).equals(entry.hash())) {
                    throw new IOException(entry.path() + " changed while it was read");
                }
            }
            packed.finish();
            sealed.finish();
        } finally {
            deflater.end();
        }
    }

    /**
     * Reads a sealed file to its end and compares every hash.
     *
     * @param into where the files are written; nowhere when it is empty
     * @throws Refused when the file is not ours, not whole, or sealed with another key
     */
    static Manifest read(Path file, BackupKey key, Optional<Path> into, Check check) throws IOException {
        try (SealedInput sealed = new SealedInput(new BufferedInputStream(Files.newInputStream(file)), file, key)) {
            try {
                DataInputStream data = new DataInputStream(new InflaterInputStream(sealed));
                Manifest manifest = head(data, sealed);
                check.of(manifest);
                for (Manifest.Entry entry : manifest.files()) {
                    if (!entry.hash().equals(unpack(data, entry, into, sealed))) {
                        throw sealed.damaged();
                    }
                }
                if (data.read() >= 0 || sealed.read() >= 0) {
                    throw sealed.damaged();
                }
                return manifest;
            } catch (EOFException | ZipException broken) {
                throw sealed.damaged();
            }
        }
    }

    private static Manifest head(DataInputStream data, SealedInput sealed) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > LONGEST_MANIFEST) {
            throw sealed.damaged();
        }
        byte[] head = data.readNBytes(length);
        try {
            return Manifest.of(head);
        } catch (IllegalArgumentException foreign) {
            throw sealed.damaged();
        }
    }

    /** @return the hash of what was read */
    private static String unpack(DataInputStream data, Manifest.Entry entry, Optional<Path> into, SealedInput sealed)
            throws IOException {
        MessageDigest digest = Disk.sha256();
        if (into.isEmpty()) {
            Disk.copy(data, OutputStream.nullOutputStream(), entry.size(), digest);
            return Disk.hex(digest);
        }
        Path file = into.get().resolve(entry.path()).normalize();
        if (!file.startsWith(into.get()) || file.equals(into.get())) {
            throw sealed.damaged();
        }
        Files.createDirectories(file.getParent());
        try (FileChannel channel = Disk.create(file)) {
            Disk.copy(data, Channels.newOutputStream(channel), entry.size(), digest);
            channel.force(true);
        }
        return Disk.hex(digest);
    }
}
