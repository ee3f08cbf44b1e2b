package kz.jolkarta.registry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Invented names, from a resource. */
final class DemoWords {
    private final Properties words = new Properties();

    DemoWords() {
        try (InputStream file = DemoWords.class.getResourceAsStream("/demo/words.properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> all(String key) {
        String value = words.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("no invented names for " + key);
        }
        return List.of(value.split("\\|"));
    }

    boolean has(String key) {
        return words.containsKey(key);
    }
}
