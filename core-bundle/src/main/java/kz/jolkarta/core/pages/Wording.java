package kz.jolkarta.core.pages;

import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;

/** Gives the words of a language. */
public interface Wording {
    Words in(Language language);

    default Words of(Caller caller) {
        return in(caller.language());
    }
}
