package kz.jolkarta.core.internal.measure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;

/** The texts a measure's bundle brings, held against the keys its declaration asks for. */
public final class TextFaults {
    /** So many keys are named in a message; the rest follows by building the bundle. */
    private static final int NAMED = 20;

    /** What a bundle's own pages and own refusals say: no declaration names them, so each language must only have what another has. */
    private static final Pattern OWN = Pattern.compile("[a-z][a-z0-9-]*\\.(page|problem)\\..+");

    private TextFaults() {}

    /**
     * @param files where the bundle keeps a file of its root; empty when it has none
     * @param keys what must be there, besides {@code <code>.page.…} and {@code <code>.problem.…} no more and no fewer
     */
    public static List<Message> of(Set<String> keys, Function<String, Optional<URL>> files) {
        return of(keys, texts(files));
    }

    /** All that a bundle says, by language and key. */
    static Map<Language, Map<String, String>> texts(Function<String, Optional<URL>> files) {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Properties own = files.apply("messages_" + language.tag() + ".properties")
                    .map(TextFaults::load)
                    .orElseGet(Properties::new);
            Map<String, String> texts = new TreeMap<>();
            own.stringPropertyNames().forEach(key -> texts.put(key, own.getProperty(key)));
            all.put(language, texts);
        }
        return all;
    }

    static List<Message> of(Set<String> keys, Map<Language, Map<String, String>> all) {
        Set<String> wanted = new TreeSet<>(keys);
        all.values()
                .forEach(texts -> texts.keySet().stream()
                        .filter(key -> OWN.matcher(key).matches())
                        .forEach(wanted::add));
        List<Message> faults = new ArrayList<>();
        all.forEach((language, texts) -> {
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeIf(key -> !texts.getOrDefault(key, "").isBlank());
            Set<String> leftOver = new TreeSet<>(texts.keySet());
            leftOver.removeAll(wanted);
            add(faults, "measure.rejected.texts-missing", language, missing);
            add(faults, "measure.rejected.texts-left-over", language, leftOver);
        });
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
