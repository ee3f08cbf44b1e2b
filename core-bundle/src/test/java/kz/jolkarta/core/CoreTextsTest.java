package kz.jolkarta.core;

import java.util.Set;
import kz.jolkarta.core.testing.TextRules;

class CoreTextsTest extends TextRules {
    @Override
    protected Set<String> usedElsewhere() {
        return Set.of("sex.");
    }
}
