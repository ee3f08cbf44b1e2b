package kz.jolkarta.core.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.i18n.TextCatalogue;

/** The real texts, of all bundles on the class path. */
public final class TestTexts {
    private TestTexts() {}

    public static Texts ofClassPath() {
        TextCatalogue catalogue = new TextCatalogue();
        Map<String, Map<Language, Properties>> owners = new java.util.LinkedHashMap<>();
        for (Language language : Language.values()) {
            String name = "messages_" + language.tag() + ".properties";
            for (URL file : files(name)) {
                String owner = file.toString().replace(name, "");
                owners.computeIfAbsent(owner, o -> new EnumMap<>(Language.class))
                        .put(language, read(file));
            }
        }
        owners.forEach(catalogue::put);
        return catalogue;
    }

    private static List<URL> files(String name) {
        try {
            return Collections.list(TestTexts.class.getClassLoader().getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties read(URL file) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
