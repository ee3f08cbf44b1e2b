package kz.jolkarta.acceptance.pages;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What the node's own bundles say in one language, read from their sources: a person finds a button by what is written on it. */
record Says(Properties texts) {
    private static final List<String> BUNDLES =
            List.of("core-bundle", "registry-bundle", "reporting-bundle", "web-bundle");
    private static final Map<String, Says> ALL = new ConcurrentHashMap<>();

    /** @param language kk, ru or en */
    static Says in(String language) {
        return ALL.computeIfAbsent(language, Says::read);
    }

    private static Says read(String language) {
        Properties texts = new Properties();
        for (String bundle : BUNDLES) {
            Path file = Path.of(
                    System.getProperty("jolkarta.sources"),
                    bundle,
                    "src/main/resources/messages_" + language + ".properties");
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new Says(texts);
    }

    /** The text with its places filled. */
    String text(String key, Object... args) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new AssertionError("no bundle has a text " + key);
        }
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", args[i].toString());
        }
        return text;
    }
}
