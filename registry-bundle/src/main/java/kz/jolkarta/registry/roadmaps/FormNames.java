package kz.jolkarta.registry.roadmaps;

import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.registry.records.Checks;

/** A name in the three languages as it is sent: what was not given is "". */
public record FormNames(String kk, String ru, String en) {
    private static final int LONGEST = 300;

    public FormNames {
        kk = kk == null ? "" : kk.strip();
        ru = ru == null ? "" : ru.strip();
        en = en == null ? "" : en.strip();
    }

    void check(Checks checks, String at) {
        boolean whole = !kk.isEmpty() && !ru.isEmpty() && !en.isEmpty();
        checks.that(whole, at, "roadmap.form-names");
        checks.text(at, kk, LONGEST);
        checks.text(at, ru, LONGEST);
        checks.text(at, en, LONGEST);
    }

    /** As {@link #check}, each language at its own field. */
    void checkEach(Checks checks, String at) {
        each(checks, at + ".kk", kk);
        each(checks, at + ".ru", ru);
        each(checks, at + ".en", en);
    }

    private static void each(Checks checks, String at, String name) {
        checks.required(at, name);
        checks.text(at, name, LONGEST);
    }

    Text text() {
        return new Text(kk, ru, en);
    }
}
