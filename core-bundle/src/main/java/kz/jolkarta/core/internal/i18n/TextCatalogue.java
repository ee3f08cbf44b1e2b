package kz.jolkarta.core.internal.i18n;

import java.math.BigDecimal;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The texts of several owners, each a set of properties for each language. */
public final class TextCatalogue implements Texts, KeptTexts {
    private static final Logger LOG = LoggerFactory.getLogger(TextCatalogue.class);
    /** The way dates are written in Kazakhstan in both of its languages. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final Map<String, Map<Language, Properties>> owners = new LinkedHashMap<>();
    private volatile Map<Language, Map<String, String>> all = Map.of();
    private volatile Map<Language, Map<String, String>> kept = Map.of();

    /** Adds or replaces the texts of one owner; a key that another owner has already stays the other's. */
    public synchronized void put(String owner, Map<Language, Properties> texts) {
        owners.put(owner, new EnumMap<>(texts));
        join();
    }

    public synchronized void remove(String owner) {
        owners.remove(owner);
        join();
    }

    @Override
    public void keep(Map<Language, Map<String, String>> texts) {
        kept = Map.copyOf(texts);
    }

    private void join() {
        Map<Language, Map<String, String>> joined = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> texts = new LinkedHashMap<>();
            owners.forEach((owner, own) -> own.getOrDefault(language, new Properties())
                    .forEach((key, text) -> {
                        if (texts.putIfAbsent((String) key, (String) text) != null) {
                            LOG.warn("The text {} of {} is another bundle's already", key, owner);
                        }
                    }));
            joined.put(language, texts);
        }
        all = joined;
    }

    @Override
    public boolean has(String key) {
        return Stream.of(all, kept).flatMap(texts -> texts.values().stream()).anyMatch(texts -> texts.containsKey(key));
    }

    @Override
    public String text(Language language, Message message) {
        return pattern(language, message.key())
                .map(pattern -> filled(language, pattern, message.args()))
                .orElse("[" + message.key() + "]");
    }

    private Optional<String> pattern(Language language, String key) {
        return Stream.of(all, kept)
                .flatMap(texts -> Stream.of(language, Language.RU, Language.KK, Language.EN)
                        .map(l -> texts.getOrDefault(l, Map.of()).get(key)))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private String filled(Language language, String pattern, List<Object> args) {
        MessageFormat format = new MessageFormat(literalApostrophes(pattern), language.locale());
        Format[] formats = format.getFormatsByArgumentIndex();
        Object[] values = new Object[args.size()];
        for (int i = 0; i < values.length; i++) {
            boolean plain = i >= formats.length || formats[i] == null;
            values[i] = plain ? words(language, args.get(i)) : args.get(i);
        }
        return format.format(values);
    }

    /** MessageFormat quotes with apostrophes; in our texts an apostrophe, single or doubled, is an apostrophe. */
    static String literalApostrophes(String pattern) {
        return pattern.replace("''", "'").replace("'", "''");
    }

    /** Whole numbers plain, since most are ids, codes and rows; {0,number} asks for the language's grouping. */
    private String words(Language language, Object value) {
        if (value instanceof Message message) {
            return text(language, message);
        }
        if (value instanceof Text text) {
            return text.in(language);
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        if (value instanceof BigDecimal || value instanceof Double) {
            return NumberFormat.getNumberInstance(language.locale()).format(value);
        }
        if (value instanceof List<?> many) {
            return String.join(
                    ", ", many.stream().map(one -> words(language, one)).toList());
        }
        return value.toString();
    }
}
