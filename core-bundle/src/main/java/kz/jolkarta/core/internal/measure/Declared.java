package kz.jolkarta.core.internal.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures.Installed;

/**
 * A measure with the words for what it declares.
 *
 * @param texts by language and key, of the declaration alone
 */
record Declared(Installed measure, Map<Language, Map<String, String>> texts) {
    Declared {
        texts = Map.copyOf(texts);
    }

    /** @param all that the measure's bundle says */
    static Declared of(Installed measure, Set<String> keys, Map<Language, Map<String, String>> all) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        all.forEach((language, own) -> {
            Map<String, String> declared = new TreeMap<>(own);
            declared.keySet().retainAll(keys);
            texts.put(language, declared);
        });
        return new Declared(measure, texts);
    }
}
