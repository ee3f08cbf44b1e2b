package kz.jolkarta.registry.consents;

import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.registry.records.Checks;

/** A text of a consent: binding in Kazakh and Russian, in English for reading. What was not given is "". */
public record Wording(String kk, String ru, String en) {
    private static final int LONGEST = 2000;

    public Wording {
        kk = kk == null ? "" : kk.strip();
        ru = ru == null ? "" : ru.strip();
        en = en == null ? "" : en.strip();
    }

    static Wording or(Wording given) {
        return given == null ? new Wording("", "", "") : given;
    }

    boolean isEmpty() {
        return kk.isEmpty() && ru.isEmpty() && en.isEmpty();
    }

    void check(Checks checks, String at, boolean required) {
        boolean whole = !kk.isEmpty() && !ru.isEmpty();
        checks.that(whole || !required && isEmpty(), at, "consent.wording");
        checks.text(at, kk, LONGEST);
        checks.text(at, ru, LONGEST);
        checks.text(at, en, LONGEST);
    }

    String in(Language language) {
        return new Text(kk, ru, en).in(language);
    }
}
