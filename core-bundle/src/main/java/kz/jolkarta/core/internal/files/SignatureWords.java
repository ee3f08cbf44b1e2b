package kz.jolkarta.core.internal.files;

import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** What stands in small letters under the lines to sign on. */
record SignatureWords(String signature, String name, String date) {
    static SignatureWords in(Texts texts, Language language) {
        return new SignatureWords(
                texts.text(language, "paper.signature"),
                texts.text(language, "paper.name"),
                texts.text(language, "paper.date"));
    }

    List<String> all() {
        return List.of(signature, name, date);
    }
}
