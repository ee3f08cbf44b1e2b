package kz.jolkarta.core.internal.i18n;

import java.util.Map;
import kz.jolkarta.core.i18n.Language;

/** Texts of bundles that were here once. They answer where no bundle that is here has the key. */
@FunctionalInterface
public interface KeptTexts {
    /** @param texts by language and key, in place of those kept before */
    void keep(Map<Language, Map<String, String>> texts);
}
