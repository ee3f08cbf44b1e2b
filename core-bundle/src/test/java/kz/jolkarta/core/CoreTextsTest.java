package kz.jolkarta.core;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.core.testing.TextRules;
import org.junit.jupiter.api.Test;

class CoreTextsTest extends TextRules {
    @Override
    protected Set<String> usedElsewhere() {
        return Set.of("sex.");
    }

    @Test
    void everyKindOfProblemHasATitle() {
        Texts texts = TestTexts.ofClassPath();
        for (Problem.Kind kind : Problem.Kind.values()) {
            for (Language language : Language.values()) {
                String title = texts.text(language, "problem.title." + kind.status());
                assertFalse(title.contains("problem.title."), title);
            }
        }
    }
}
