package kz.jolkarta.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class AuditDetailTest {
    private final Texts texts = TestTexts.ofClassPath();

    private String said(String detail) {
        return AuditDetail.said(texts, Language.EN, detail);
    }

    @Test
    void fieldsStatesAndPhrasesAreReadAsWordsWithTheirNumbers() {
        assertEquals("birth date, IIN", said("birthDate, iin"));
        assertEquals("left → archived", said("LEFT > ARCHIVED"));
        assertEquals("coordinator, job 77", said("coordinator, job 77"));
        assertEquals("import from a list 12: surname", said("import 12: surname"));
        assertEquals("merged into record no. 5", said("merged into 5"));
        assertEquals("rows: 12 filters: school", said("rows=12 filters=school"));
        assertEquals("", said(""));
    }

    @Test
    void whatHasNoWordsStandsAsItIs() {
        assertEquals("jolkarta-centre-23", said("jolkarta-centre-23"));
        assertEquals(List.of("Shoe-size"), AuditDetail.unknown(texts, "Shoe-size, iin"));
    }

    @Test
    void wordsAloneNameEachOnceAndNoNumbers() {
        assertEquals(
                "import from a list, surname", AuditDetail.words(texts, Language.EN, "import 12: surname, surname"));
    }

    @Test
    void everyRightRoleAndActionHasWordsInEachLanguage() {
        for (Right right : Right.values()) {
            assertEquals(List.of(), AuditDetail.unknown(texts, right.name()), right.name());
        }
        for (Role role : Role.values()) {
            assertEquals(List.of(), AuditDetail.unknown(texts, role.code()), role.code());
        }
        for (Audit.Action action : Audit.Action.values()) {
            String key = "page.audit.action." + kz.jolkarta.core.http.Json.name(action);
            assertTrue(texts.has(key), key);
            for (Language language : Language.values()) {
                assertFalse(texts.text(language, key).startsWith("["), key);
            }
        }
    }
}
