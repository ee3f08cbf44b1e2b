package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.TestTexts;

/** What a user reads of a refusal, in all three languages. */
public final class Told {
    private static final Texts TEXTS = TestTexts.ofClassPath();

    private Told() {}

    /** Of the only wrong field. */
    public static void beside(String field, Problem problem, String kk, String ru, String en) {
        assertEquals(field, problem.fields().get(0).field(), problem.fields().toString());
        assertEquals(1, problem.fields().size(), problem.fields().toString());
        as(problem.fields().get(0).message(), kk, ru, en);
    }

    public static void as(Message message, String kk, String ru, String en) {
        assertEquals(kk, TEXTS.text(Language.KK, message));
        assertEquals(ru, TEXTS.text(Language.RU, message));
        assertEquals(en, TEXTS.text(Language.EN, message));
    }
}
