package kz.jolkarta.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Words that lists use for one meaning, in three languages and as people type them. */
final class WordList {
    private static final String LETTERS = "әқғңөұүһіёйъь";
    /** What each of those is typed as; a space for one that is left out. */
    private static final String PLAIN = "акгноуухиеи  ";
    /** Latin letters that look like Cyrillic ones are typed in place of them. */
    private static final String LATIN = "aceopxykmhtbi";

    private static final String CYRILLIC = "асеорхукмнтви";

    private final Map<String, String> meanings = new HashMap<>();

    private WordList() {}

    static WordList load(String name) {
        Properties properties = new Properties();
        try (InputStream in = WordList.class.getResourceAsStream("/imports/" + name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WordList words = new WordList();
        for (String meaning : properties.stringPropertyNames()) {
            for (String word : properties.getProperty(meaning).split("\\|")) {
                String other = words.meanings.put(folded(word), meaning);
                if (other != null && !other.equals(meaning)) {
                    throw new IllegalStateException(
                            name + ": " + word.strip() + " means both " + other + " and " + meaning);
                }
            }
        }
        return words;
    }

    Optional<String> meaning(String text) {
        return Optional.ofNullable(meanings.get(folded(text)));
    }

    /** Letters and digits in lower case without what tells Kazakh letters from their substitutes; a text of neither is kept as it is. */
    static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
        StringBuilder out = new StringBuilder(lower.length());
        boolean cyrillic =
                lower.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            int at = LETTERS.indexOf(c);
            char folded = at >= 0 ? PLAIN.charAt(at) : c;
            if (cyrillic && LATIN.indexOf(folded) >= 0) {
                folded = CYRILLIC.charAt(LATIN.indexOf(folded));
            }
            if (folded == ' ' && c != ' ') {
                continue;
            }
            if (Character.isLetterOrDigit(folded)) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                out.append(folded);
                gap = false;
            } else {
                gap = true;
            }
        }
        return out.length() == 0 ? lower : out.toString();
    }
}
