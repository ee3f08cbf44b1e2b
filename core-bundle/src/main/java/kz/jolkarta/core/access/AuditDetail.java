package kz.jolkarta.core.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** The detail of an entry of the trail in words. It is kept as a short fact in codes, which no language owns. */
public final class AuditDetail {
    /** Keys of the words; one of several words is joined by hyphens. */
    public static final String WORD = "audit.word.";

    private static final int LONGEST = 5;
    private static final Pattern TYPE = Pattern.compile("([a-z][a-z0-9-]*)/([a-z][a-z0-9-]*)");
    private static final Pattern PHRASE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z][A-Za-z0-9_-]*)*");
    private static final List<String> TYPES = List.of(".activity.", ".award.", ".deliverable.");

    private AuditDetail() {}

    /** All of it; what has no word, such as a number, stands as it is. */
    public static String said(Texts texts, Language language, String detail) {
        Function<String, String> known = code -> texts.has(code) ? texts.text(language, code) : "";
        String typed = TYPE.matcher(detail)
                .replaceAll(found -> Matcher.quoteReplacement(TYPES.stream()
                        .map(kind -> known.apply(found.group(1) + kind + found.group(2)))
                        .filter(word -> !word.isEmpty())
                        .findFirst()
                        .orElse(found.group())));
        return PHRASE.matcher(typed)
                .replaceAll(found -> Matcher.quoteReplacement(parts(found.group(), texts).stream()
                        .map(part -> part.key().isEmpty() ? part.code() : texts.text(language, part.key()))
                        .collect(Collectors.joining(" "))))
                .replace(" > ", " → ")
                .replace("=", ": ");
    }

    /** Only what has words, for a reader whom numbers of records tell nothing. */
    public static String words(Texts texts, Language language, String detail) {
        return parts(detail, texts).stream()
                .map(Part::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .map(key -> texts.text(language, key))
                .collect(Collectors.joining(", "));
    }

    /** The codes in it that have no words. */
    public static List<String> unknown(Texts texts, String detail) {
        return parts(detail, texts).stream()
                .filter(part -> part.key().isEmpty())
                .map(Part::code)
                .toList();
    }

    /** @param key of its words, "" for none */
    private record Part(String code, String key) {}

    /** The longest phrases that have words, one after the other. */
    private static List<Part> parts(String detail, Texts texts) {
        List<Part> parts = new ArrayList<>();
        PHRASE.matcher(detail).results().forEach(found -> {
            List<String> left = List.of(found.group().split(" "));
            while (!left.isEmpty()) {
                List<String> words = left;
                int length = IntStream.iterate(Math.min(LONGEST, words.size()), n -> n > 0, n -> n - 1)
                        .filter(n -> texts.has(key(words.subList(0, n))))
                        .findFirst()
                        .orElse(0);
                parts.add(
                        length == 0
                                ? new Part(words.get(0), "")
                                : new Part(String.join(" ", words.subList(0, length)), key(words.subList(0, length))));
                left = words.subList(Math.max(1, length), words.size());
            }
        });
        return parts;
    }

    /** {@code birthDate} as {@code birth-date}, {@code NO_SHOW} as {@code no-show}. */
    private static String key(List<String> words) {
        return WORD
                + String.join("-", words)
                        .replaceAll("([a-z])([A-Z])", "$1-$2")
                        .replace('_', '-')
                        .toLowerCase(Locale.ROOT);
    }
}
