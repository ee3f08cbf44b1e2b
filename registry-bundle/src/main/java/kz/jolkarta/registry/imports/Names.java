package kz.jolkarta.registry.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as lists write them, brought into the form a register keeps. */
final class Names {
    private static final String LATIN = "AaBCcEeHIiKMOoPpTXxYy";
    private static final String CYRILLIC = "АаВСсЕеНІіКМОоРрТХхУу";
    private static final Set<String> ENDINGS = Set.of("ұлы", "қызы", "улы", "кызы", "оглы", "оғлы");
    /** Signs that stand for an apostrophe or a hyphen. */
    private static final String APOSTROPHES = "`´‘’ʼʹ";

    private static final String HYPHENS = "‐‑–—−";

    private Names() {}

    /** The same name without stray spaces, invisible characters, foreign look-alikes and shouting. */
    static String tidy(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
                seen.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
                seen.appendCodePoint(APOSTROPHES.indexOf(c) >= 0 ? '\'' : HYPHENS.indexOf(c) >= 0 ? '-' : c);
            }
        });
        String spaced = seen.toString().strip().replaceAll(" +", " ").replaceAll(" ?- ?", "-");
        if (spaced.isEmpty()) {
            return "";
        }
        return Arrays.stream(spaced.split(" ")).map(Names::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        String letters = oneAlphabet(word);
        String lower = letters.toLowerCase(Locale.ROOT);
        if (ENDINGS.contains(lower)) {
            return lower;
        }
        boolean shouted = letters.equals(letters.toUpperCase(Locale.ROOT))
                && letters.codePoints().filter(Character::isLetter).count() > 1;
        boolean whispered = letters.equals(lower);
        return shouted || whispered ? capitalised(lower) : letters;
    }

    private static String capitalised(String lower) {
        StringBuilder out = new StringBuilder(lower.length());
        boolean start = true;
        for (char c : lower.toCharArray()) {
            out.append(start ? Character.toUpperCase(c) : c);
            start = c == '-';
        }
        return out.toString();
    }

    /** A word of Cyrillic letters with Latin ones among them that look the same was typed on two keyboards. */
    private static String oneAlphabet(String word) {
        boolean cyrillic =
                word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC);
        if (!cyrillic) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (char c : word.toCharArray()) {
            int at = LATIN.indexOf(c);
            out.append(at >= 0 ? CYRILLIC.charAt(at) : c);
        }
        return out.toString();
    }
}
