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

    Text text() {
        return new Text(kk, ru, en);
    }
}
