package kz.jolkarta.starter.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The program that is to run on restored data: what its bundles make of the tables. */
record Program(Map<String, Map<String, String>> scripts) {
    private static final String OURS = "system/kz/jolkarta";
    private static final String BUNDLE = "-bundle";

    /** Of the program this class comes with. */
    static String version() {
        return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /** @param home the unpacked program; its own bundles are the folders {@code NAME-bundle} */
    static Program in(Path home) throws IOException {
        Map<String, Map<String, String>> all = new HashMap<>();
        List<Path> jars;
        try (Stream<Path> found = Files.walk(home.resolve(OURS))) {
            jars = found.filter(path -> path.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            String folder = jar.getParent().getParent().getFileName().toString();
            if (folder.endsWith(BUNDLE)) {
                all.put(folder.substring(0, folder.length() - BUNDLE.length()), hashes(jar));
            }
        }
        return new Program(all);
    }

    private static Map<String, String> hashes(Path jar) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().matches("db/V\\d+__.*\\.sql")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
                        MessageDigest digest = Disk.sha256();
                        digest.update(text.getBytes(StandardCharsets.UTF_8));
                        hashes.put(entry.getName().substring("db/".length()), Disk.hex(digest));
                    }
                }
            }
        }
        return hashes;
    }

    /** The scripts of its own bundles that it does not bring, or brings otherwise; those of measures from outside are none of its business. */
    TreeSet<String> unknown(List<Manifest.Script> applied) {
        TreeSet<String> unknown = new TreeSet<>();
        for (Manifest.Script script : applied) {
            Map<String, String> own = scripts.get(script.bundle());
            if (own != null && !script.hash().equals(own.get(script.name()))) {
                unknown.add(script.bundle() + "/" + script.name());
            }
        }
        return unknown;
    }

    /** How many scripts it will apply at its first start. */
    long missing(List<Manifest.Script> applied) {
        return scripts.entrySet().stream()
                .mapToLong(own -> own.getValue().size()
                        - applied.stream()
                                .filter(s -> s.bundle().equals(own.getKey()))
                                .count())
                .sum();
    }
}
