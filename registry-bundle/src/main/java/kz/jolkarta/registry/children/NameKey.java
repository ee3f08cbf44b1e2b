package kz.jolkarta.registry.children;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ASCII key under which all spellings of a name meet: Kazakh letters and what is typed for them, the Russian spelling where it
 * differs by rule, Latin transliteration, look-alike letters of the other alphabet. Two different names may share a key: it finds, it
 * does not identify.
 */
public final class NameKey {
    private static final Map<Character, String> LETTERS = new HashMap<>();
    /** Latin letters that look like a Cyrillic one and are typed for it; capitals and small letters differ (B is В, H is Н). */
    private static final Map<Character, Character> LOOK_ALIKES = new HashMap<>();

    static {
        String[] cyrillic = {
            "аa", "әa", "бb", "вv", "гg", "ғg", "дd", "еe", "ёe", "эe", "жj", "зz", "иi", "йi", "іi", "ыi", "кk", "қk",
            "лl", "мm", "нn", "ңn", "оo", "өo", "пp", "рr", "сs", "тt", "уu", "ұu", "үu", "ўu", "фf", "хh", "һh", "цts",
            "чch", "шsh", "щsh", "ъ", "ь", "юiu", "яia", "їi", "єe", "ґg"
        };
        for (String pair : cyrillic) {
            LETTERS.put(pair.charAt(0), pair.substring(1));
        }
        String latin = "ABCEHKMOPTXYacehkmopxyi";
        String alike = "АВСЕНКМОРТХУасеһкморхуі";
        for (int i = 0; i < latin.length(); i++) {
            LOOK_ALIKES.put(latin.charAt(i), alike.charAt(i));
        }
    }

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00A0\\p{Pd}.,;/]+");
    private static final Pattern SUFFIX_APART = Pattern.compile(" (uli|kizi|ogli)(?= |$)");
    private static final Pattern REPEATED = Pattern.compile("([a-z])\\1+");
    private static final Pattern KZ_LATIN_SH = Pattern.compile("[şșŞȘ]");

    private NameKey() {}

    /** @return words of a to z and digits, separated by single spaces; "" when nothing of it is a letter */
    public static String of(String name) {
        if (name.isBlank()) {
            return "";
        }
        StringBuilder key = new StringBuilder(name.length() + 8);
        // NFKC would make the letters N and o of the number sign.
        for (String word : SEPARATORS.split(Normalizer.normalize(name.replace('№', ' '), Normalizer.Form.NFKC))) {
            String folded = word(word);
            if (!folded.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(folded);
            }
        }
        return SUFFIX_APART.matcher(key).replaceAll("$1");
    }

    /** The key of several names, one after another; absent ones are "". */
    public static String of(String first, String second, String third) {
        return of(first + " " + second + " " + third);
    }

    /** The end of the range of keys that begin with this one: greater than any letter and the space. */
    public static String end(String prefix) {
        return prefix + "~";
    }

    private static String word(String word) {
        String plain = KZ_LATIN_SH
                .matcher(alphabet(word))
                .replaceAll("sh")
                .replace('ı', 'i')
                .toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(plain.length() + 4);
        StringBuilder latin = new StringBuilder();
        String bare = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            String letter = LETTERS.get(c);
            if (letter != null) {
                out.append(transliterated(latin)).append(letter);
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                latin.append(c);
            }
        }
        out.append(transliterated(latin));
        String key = out.toString().replace("dj", "j");
        return REPEATED.matcher(key).replaceAll("$1");
    }

    /** Look-alikes put right in a word that mixes the alphabets; a word all in Latin is a transliteration. */
    private static String alphabet(String word) {
        boolean cyrillic =
                word.chars().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        if (!cyrillic) {
            return word;
        }
        StringBuilder pure = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            pure.append(LOOK_ALIKES.getOrDefault(word.charAt(i), word.charAt(i)));
        }
        return pure.toString();
    }

    /** A run of Latin letters spelled as the Cyrillic ones are folded. */
    private static String transliterated(StringBuilder run) {
        if (run.isEmpty()) {
            return "";
        }
        String latin = run.toString()
                .replace("shch", "sh")
                .replace("zh", "j")
                .replace("kh", "h")
                .replace("x", "ks")
                .replace("q", "k")
                .replace("w", "u")
                .replaceAll("c(?!h)", "k")
                .replace('y', 'i');
        run.setLength(0);
        return latin.startsWith("ie") ? latin.substring(1) : latin;
    }
}
