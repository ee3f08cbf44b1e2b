package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.jolkarta.core.Problem;

/** An archive of Karaf's form: a small repository with bundles and the features that name them. Anything else in it is refused. */
final class KarFile {
    static final long MOST_BYTES = 100_000_000;
    private static final int MOST_FILES = 2_000;
    private static final String REPOSITORY = "repository/";
    private static final String MANIFESTS = "META-INF/";

    private KarFile() {}

    /**
     * Unpacks its repository.
     *
     * @param folder a new one
     * @return the files that list features
     * @throws Problem INVALID when it is no such archive or holds what it must not
     */
    static List<URI> unpack(Path kar, Path folder) throws IOException {
        List<URI> lists = new ArrayList<>();
        String name = kar.getFileName().toString();
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            long bytes = 0;
            int files = 0;
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || entry.getName().startsWith(MANIFESTS)) {
                    continue;
                }
                Path target = target(folder, name, entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes += copy(in, target, MOST_BYTES - bytes, name);
                }
                if (++files > MOST_FILES) {
                    throw Problem.invalid("kar.too-large", name);
                }
                if (entry.getName().endsWith(".xml") && listsFeatures(target)) {
                    lists.add(target.toUri());
                }
            }
        } catch (java.util.zip.ZipException broken) {
            throw Problem.invalid("kar.unreadable", name);
        }
        if (lists.isEmpty()) {
            throw Problem.invalid("kar.no-features", name);
        }
        return List.copyOf(lists);
    }

    private static Path target(Path folder, String kar, String entry) {
        String below = entry.startsWith(REPOSITORY) ? entry.substring(REPOSITORY.length()) : "";
        Path target = folder.resolve(below).normalize();
        if (below.isEmpty() || !target.startsWith(folder) || target.equals(folder)) {
            throw Problem.invalid("kar.outside", kar, entry);
        }
        return target;
    }

    /** @throws Problem INVALID when there is more than may be */
    static long copy(InputStream in, Path target, long most, String name) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try (var out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > most) {
                    throw Problem.invalid("kar.too-large", name);
                }
                out.write(buffer, 0, n);
            }
        }
        return bytes;
    }

    /** Its files as they lie after unpacking, for a KAR that was unpacked before. */
    static List<URI> lists(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".xml") && listsFeatures(f))
                    .map(Path::toUri)
                    .toList();
        }
    }

    private static boolean listsFeatures(Path xml) {
        try (InputStream in = Files.newInputStream(xml)) {
            XMLStreamReader reader = FeatureList.reader(in);
            reader.nextTag();
            return reader.getLocalName().equals("features");
        } catch (IOException | XMLStreamException notXml) {
            return false;
        }
    }
}
