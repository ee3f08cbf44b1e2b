package kz.jolkarta.core.internal.measure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;

/** The texts a measure's bundle brings, held against the keys its declaration asks for. */
public final class TextFaults {
    /** So many keys are named in a message; the rest follows by building the bundle. */
    private static final int NAMED = 20;

    private TextFaults() {}

    /**
     * @param files where the bundle keeps a file of its root; empty when it has none
     * @param keys what must be there, no more and no fewer
     */
    public static List<Message> of(Set<String> keys, Function<String, Optional<URL>> files) {
        List<Message> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            Properties texts = files.apply("messages_" + language.tag() + ".properties")
                    .map(TextFaults::load)
                    .orElseGet(Properties::new);
            Set<String> missing = new TreeSet<>(keys);
            missing.removeIf(key -> !texts.getProperty(key, "").isBlank());
            Set<String> leftOver = new TreeSet<>(texts.stringPropertyNames());
            leftOver.removeAll(keys);
            add(faults, "measure.rejected.texts-missing", language, missing);
            add(faults, "measure.rejected.texts-left-over", language, leftOver);
        }
        return List.copyOf(faults);
    }

    private static void add(List<Message> faults, String key, Language language, Set<String> keys) {
        if (!keys.isEmpty()) {
            String named = String.join(", ", keys.stream().limit(NAMED).toList());
            faults.add(Message.of(key, language.tag(), keys.size() > NAMED ? named + " …" : named));
        }
    }

    private static Properties load(URL url) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
