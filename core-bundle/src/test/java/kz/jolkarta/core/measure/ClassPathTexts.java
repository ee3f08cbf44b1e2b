package kz.jolkarta.core.measure;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;

/** The texts of everything on the class path. Unlike a node it fails on a key that is missing in a language. */
public final class ClassPathTexts implements Texts {
    private final Map<Language, Properties> all = new EnumMap<>(Language.class);

    public ClassPathTexts() {
        for (Language language : Language.values()) {
            Properties texts = new Properties();
            try {
                for (URL url : Collections.list(ClassPathTexts.class
                        .getClassLoader()
                        .getResources("messages_" + language.tag() + ".properties"))) {
                    try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                        texts.load(in);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            all.put(language, texts);
        }
    }

    @Override
    public String text(Language language, Message message) {
        String pattern = all.get(language).getProperty(message.key());
        if (pattern == null) {
            throw new AssertionError("no text in " + language + ": " + message.key());
        }
        Object[] args = message.args().stream().map(arg -> word(language, arg)).toArray();
        return new MessageFormat(pattern, language.locale()).format(args);
    }

    private Object word(Language language, Object arg) {
        if (arg instanceof Message message) {
            return text(language, message);
        }
        return arg instanceof Text text ? text.in(language) : String.valueOf(arg);
    }

    @Override
    public boolean has(String key) {
        return all.values().stream().allMatch(texts -> texts.containsKey(key));
    }
}
