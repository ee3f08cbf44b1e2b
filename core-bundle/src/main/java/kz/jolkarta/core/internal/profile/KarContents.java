package kz.jolkarta.core.internal.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kz.jolkarta.core.Problem;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What a KAR would bring, read without running any of it.
 *
 * @param name of the file, without its ending
 * @param sha256 of the file, 64 hexadecimal digits
 * @param signer subject of the certificate that signed the whole, which nobody vouches for; "" when it is not signed
 * @param features names of its features
 * @param bundles as {@code artifact version}
 * @param tables that the migrations of its bundles make
 */
public record KarContents(
        String name,
        String sha256,
        String signer,
        List<String> features,
        List<String> bundles,
        int tables,
        List<Entry> files) {
    private static final Pattern TABLE = Pattern.compile("(?i)\\bcreate\\s+table\\b");
    private static final Pattern MEASURE =
            Pattern.compile("interface\\s*=\\s*\"" + kz.jolkarta.core.measure.Measure.class.getName() + "\"");
    /** A package of the core with its attributes, in a header. */
    private static final Pattern IMPORT =
            Pattern.compile("(?:^|,)(kz\\.jolkarta\\.core[\\w.]*)((?:;[^;,\"]+(?:\"[^\"]*\")?)*)");

    private static final Pattern VERSION = Pattern.compile("version=\"?([^\";]+)");
    /** No manifest, declaration or script is larger. */
    private static final int MOST_TEXT = 1 << 20;

    /** A file in it. @param path below its repository */
    public record Entry(String path, long bytes, String sha256) {}

    public KarContents {
        features = List.copyOf(features);
        bundles = List.copyOf(bundles);
        files = List.copyOf(files);
    }

    /**
     * @param folder an empty one to unpack into
     * @param core versions of the core's packages, by name
     * @throws Problem INVALID for what is damaged, no measure, made for another core, or names code that does not lie in it
     */
    static KarContents of(Path kar, String name, Path folder, Map<String, Version> core) throws IOException {
        List<FeatureList> lists = new ArrayList<>();
        String signer;
        try {
            for (URI list : KarFile.unpack(kar, folder)) {
                lists.add(FeatureList.of(Path.of(list)));
            }
            signer = KarSignature.of(kar);
        } catch (IOException damaged) {
            throw Problem.invalid("kar.unreadable", name);
        }
        List<String> bundles = new ArrayList<>();
        boolean measure = false;
        int tables = 0;
        for (FeatureList list : lists) {
            for (String location : list.elsewhere()) {
                jar(folder, name, location);
            }
            for (String location : list.bundles()) {
                Bundle bundle = Bundle.of(jar(folder, name, location), name, core);
                bundles.add(Contents.name(location));
                measure |= bundle.measure();
                tables += bundle.tables();
            }
        }
        if (!measure) {
            throw Problem.invalid("kar.no-measure", name);
        }
        return new KarContents(
                name,
                sha256(kar),
                signer,
                lists.stream().flatMap(l -> l.features().stream()).toList(),
                bundles,
                tables,
                files(folder));
    }

    /** Where a Maven location lies in the repository; what would be fetched from elsewhere is not what was confirmed. */
    private static Path jar(Path folder, String kar, String location) {
        String[] parts = location.startsWith("mvn:") ? location.substring(4).split("/") : new String[0];
        if (parts.length < 3) {
            throw Problem.invalid("kar.elsewhere", kar, location);
        }
        String type = parts.length > 3 ? parts[3] : "jar";
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        Path file = folder.resolve(parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + parts[1] + "-"
                        + parts[2] + classifier + "." + type)
                .normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw Problem.invalid("kar.elsewhere", kar, location);
        }
        return file;
    }

    private static List<Entry> files(Path folder) throws IOException {
        List<Entry> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                found.add(new Entry(folder.relativize(file).toString(), Files.size(file), sha256(file)));
            }
        }
        return found;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Problem INVALID when there is more than any text has */
    static byte[] text(InputStream in, String kar) throws IOException {
        byte[] bytes = in.readNBytes(MOST_TEXT + 1);
        if (bytes.length > MOST_TEXT) {
            throw Problem.invalid("kar.too-large", kar);
        }
        return bytes;
    }

    private record Bundle(boolean measure, int tables) {
        static Bundle of(Path jar, String kar, Map<String, Version> core) {
            boolean measure = false;
            int tables = 0;
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                    ZipEntry entry = all.nextElement();
                    String path = entry.getName();
                    boolean manifest = path.equals("META-INF/MANIFEST.MF");
                    boolean component = path.startsWith("OSGI-INF/") && path.endsWith(".xml");
                    if (!manifest && !component && !path.endsWith(".sql")) {
                        continue;
                    }
                    byte[] bytes;
                    try (InputStream in = zip.getInputStream(entry)) {
                        bytes = text(in, kar);
                    }
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    measure |= component && MEASURE.matcher(text).find();
                    tables += path.endsWith(".sql")
                            ? (int) TABLE.matcher(text).results().count()
                            : 0;
                    if (manifest) {
                        fits(new Manifest(new ByteArrayInputStream(bytes)), kar, core);
                    }
                }
            } catch (IOException damaged) {
                throw Problem.invalid(
                        "kar.bundle-unreadable", kar, jar.getFileName().toString());
            }
            return new Bundle(measure, tables);
        }

        private static void fits(Manifest manifest, String kar, Map<String, Version> core) {
            String imports = manifest.getMainAttributes().getValue("Import-Package");
            Matcher found = IMPORT.matcher(imports == null ? "" : imports);
            while (found.find()) {
                Matcher version = VERSION.matcher(found.group(2));
                String wanted = version.find() ? version.group(1) : "0";
                Version here = core.get(found.group(1));
                if (here == null || !VersionRange.valueOf(wanted).includes(here)) {
                    throw Problem.invalid(
                            "kar.foreign-core", kar, found.group(1), wanted, here == null ? "–" : here.toString());
                }
            }
        }
    }
}
