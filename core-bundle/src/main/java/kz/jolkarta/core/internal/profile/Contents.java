package kz.jolkarta.core.internal.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.ConfigInfo;
import org.apache.karaf.features.Feature;

/**
 * What a feature brings by itself.
 *
 * @param bundles names of the bundles, as {@code artifact version}
 * @param tables that their migrations make
 * @param settings of the configurations that it brings, by their names
 */
record Contents(List<String> bundles, int tables, Map<String, String> settings) {
    private static final Pattern TABLE = Pattern.compile("(?i)\\bcreate\\s+table\\b");

    static Contents of(Feature feature) {
        List<String> names = new ArrayList<>();
        int tables = 0;
        for (BundleInfo bundle : feature.getBundles()) {
            names.add(name(bundle.getLocation()));
            tables += tables(bundle.getLocation());
        }
        return new Contents(List.copyOf(names), tables, settings(feature));
    }

    private static Map<String, String> settings(Feature feature) {
        Map<String, String> found = new TreeMap<>();
        for (ConfigInfo configuration : feature.getConfigurations()) {
            Properties lines = new Properties();
            try {
                lines.load(new StringReader(configuration.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lines.stringPropertyNames()
                    .forEach(name -> found.put(name, lines.getProperty(name).strip()));
        }
        return Map.copyOf(found);
    }

    /** @param location as {@code mvn:group/artifact/version} */
    static String name(String location) {
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
