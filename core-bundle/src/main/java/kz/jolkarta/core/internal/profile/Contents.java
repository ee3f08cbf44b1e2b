package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;

/**
 * What a feature brings by itself.
 *
 * @param bundles names of the bundles, as {@code artifact version}
 * @param tables that their migrations make
 */
record Contents(List<String> bundles, int tables) {
    private static final Pattern TABLE = Pattern.compile("(?i)\\bcreate\\s+table\\b");

    static Contents of(Feature feature) {
        List<String> names = new ArrayList<>();
        int tables = 0;
        for (BundleInfo bundle : feature.getBundles()) {
            names.add(name(bundle.getLocation()));
            tables += tables(bundle.getLocation());
        }
        return new Contents(List.copyOf(names), tables);
    }

    /** @param location as {@code mvn:group/artifact/version} */
    private static String name(String location) {
        String[] parts = location.replaceFirst("^mvn:", "").split("/");
        return parts.length < 3 ? location : parts[1] + " " + parts[2];
    }

    private static int tables(String location) {
        try (InputStream in = URI.create(location).toURL().openStream();
                JarInputStream jar = new JarInputStream(in)) {
            int found = 0;
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().endsWith(".sql")) {
                    String script = new String(jar.readAllBytes(), StandardCharsets.UTF_8);
                    found += (int) TABLE.matcher(script).results().count();
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle " + location + " cannot be read", e);
        }
    }
}
