package kz.jolkarta.reporting;

import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** Why a measure has no figures, as it was frozen in Kazakh, told in another language. */
record Reasons(Texts texts, Language language) {
    private static final List<String> KNOWN =
            List.of("report.reason.ministry", "report.reason.no-centre", "report.reason.not-installed");

    /** A reason that comes from a code is told by it; one that somebody wrote stays as it was written. */
    String told(String frozen) {
        return KNOWN.stream()
                .filter(key -> texts.text(Language.KK, key).equals(frozen))
                .findFirst()
                .map(key -> texts.text(language, key))
                .orElse(frozen);
    }
}
