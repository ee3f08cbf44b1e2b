package kz.jolkarta.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Writes the bill of materials (CycloneDX 1.5) of the assembled node: every archive that lies in it, by its hash. It is
 * read from the assembly and not from Maven's dependencies, because the platform's bundles come by the feature file.
 *
 * <p>Run by the build as a single source file: {@code java Sbom.java ASSEMBLY VERSION FILE}.
 */
public final class Sbom {
    private Sbom() {}

    /**
     * Writes the file.
     *
     * @param words the folder of the assembly, the version of the product, the file to write
     */
    public static void main(String[] words) throws IOException {
        Path root = Path.of(words[0]);
        List<Path> jars;
        try (Stream<Path> all = Files.walk(root)) {
            jars = all.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
        List<String> components = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        for (Path jar : jars) {
            String hash = sha256(Files.readAllBytes(jar));
            hashes.append(hash);
            components.add(component(root, jar, hash));
        }
        // Named by its content, so that the same sources give the same bytes.
        UUID serial = UUID.nameUUIDFromBytes(hashes.toString().getBytes(StandardCharsets.US_ASCII));
        String text = """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.5",
                  "serialNumber": "urn:uuid:%s",
                  "version": 1,
                  "metadata": {
                    "component": {"type": "application", "bom-ref": "jolkarta", "group": "kz.jolkarta", "name": "jolkarta", "version": "%s"}
                  },
                  "components": [
                %s
                  ]
                }
                """.formatted(serial, words[1], String.join(",\n", components));
        Files.writeString(Path.of(words[2]), text);
    }

    private static String component(Path root, Path jar, String hash) throws IOException {
        String path = root.relativize(jar).toString().replace('\\', '/');
        Coordinates coordinates = coordinates(path, jar);
        return """
                    {
                      "type": "library",
                      "bom-ref": "%s",
                      %s,
                      "hashes": [{"alg": "SHA-256", "content": "%s"}]%s
                    }\
                """.formatted(path, coordinates.json(), hash, embedded(jar));
    }

    /** What is packed inside a bundle of ours that wraps others, named by its header. */
    private static String embedded(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes main = file.getManifest() == null
                    ? new Attributes()
                    : file.getManifest().getMainAttributes();
            String names = main.getValue("Embedded-Artifacts");
            if (names == null) {
                return "";
            }
            List<String> inner = new ArrayList<>();
            for (String name : names.split(",\\s*")) {
                inner.add("{\"type\": \"library\", " + named(name.strip()) + "}");
            }
            return ",\n      \"components\": [\n        " + String.join(",\n        ", inner) + "\n      ]";
        }
    }

    /** {@code group:artifact:version} of Maven, or the address of a package from elsewhere: {@code pkg:npm/htmx.org@2.0.10}. */
    private static String named(String name) {
        if (name.startsWith("pkg:")) {
            int version = name.lastIndexOf('@');
            String stem = name.substring(name.indexOf('/') + 1, version);
            return "\"name\": \"" + stem + "\", \"version\": \"" + name.substring(version + 1) + "\", \"purl\": \""
                    + name + "\"";
        }
        String[] parts = name.split(":");
        return new Coordinates(parts[0], parts[1], parts[2], "").json();
    }

    private static Coordinates coordinates(String path, Path jar) throws IOException {
        String[] parts = path.split("/");
        if (parts[0].equals("system")) {
            int last = parts.length - 1;
            String group = String.join(".", List.of(parts).subList(1, last - 2));
            String stem = parts[last - 2] + "-" + parts[last - 1];
            String rest = parts[last].substring(stem.length(), parts[last].length() - ".jar".length());
            return new Coordinates(group, parts[last - 2], parts[last - 1], rest.replaceFirst("^-", ""));
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            var properties = file.stream()
                    .filter(e -> e.getName().matches("META-INF/maven/.*/pom\\.properties"))
                    .findFirst();
            if (properties.isPresent()) {
                Properties p = new Properties();
                p.load(file.getInputStream(properties.get()));
                return new Coordinates(
                        p.getProperty("groupId"), p.getProperty("artifactId"), p.getProperty("version"), "");
            }
        }
        String name = parts[parts.length - 1].replaceFirst("\\.jar$", "");
        int dash = name.replaceFirst("-(?=\\d).*", "").length();
        return new Coordinates("", name.substring(0, dash), name.substring(Math.min(name.length(), dash + 1)), "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private record Coordinates(String group, String name, String version, String classifier) {
        String json() {
            String purl = group.isEmpty()
                    ? "pkg:generic/" + name + "@" + version
                    : "pkg:maven/" + group + "/" + name + "@" + version
                            + (classifier.isEmpty() ? "" : "?classifier=" + classifier);
            return (group.isEmpty() ? "" : "\"group\": \"" + group + "\", ") + "\"name\": \"" + name
                    + "\", \"version\": \"" + version + "\", \"purl\": \"" + purl + "\"";
        }
    }
}
