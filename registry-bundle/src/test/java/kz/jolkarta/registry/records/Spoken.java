package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.TestTexts;

/** What a refusal says to people. */
public final class Spoken {
    private static final Texts TEXTS = TestTexts.ofClassPath();

    private Spoken() {}

    /** The message in Kazakh, Russian and English, each whole and none like another. */
    public static List<String> of(Message message) {
        List<String> said =
                Stream.of(Language.values()).map(l -> TEXTS.text(l, message)).toList();
        assertEquals(said.size(), said.stream().distinct().count(), "one text for each language: " + said);
        said.forEach(text -> assertFalse(text.matches(".*(\\{\\d|[a-z]\\.[a-z]).*"), text));
        return said;
    }

    /** That of the only wrong field, else the problem's own. */
    public static List<String> of(Problem problem) {
        return of(
                problem.fields().isEmpty()
                        ? problem.message()
                        : problem.fields().get(0).message());
    }
}
