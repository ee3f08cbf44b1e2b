package kz.jolkarta.web;

import java.util.Set;
import kz.jolkarta.core.testing.TextRules;

class WebTextsTest extends TextRules {
    /** The templates name the texts. */
    @Override
    protected Set<String> usedElsewhere() {
        return Set.of("page.web.");
    }
}
