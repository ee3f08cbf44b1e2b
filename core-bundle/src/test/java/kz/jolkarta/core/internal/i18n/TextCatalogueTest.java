package kz.jolkarta.core.internal.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Text;
import org.junit.jupiter.api.Test;

class TextCatalogueTest {
    private final TextCatalogue texts = new TextCatalogue();

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    private void put(String owner, String key, String kk, String ru, String en) {
        texts.put(
                owner,
                Map.of(
                        Language.KK, properties(key, kk),
                        Language.RU, properties(key, ru),
                        Language.EN, properties(key, en)));
    }

    @Test
    void aTextIsGivenInTheLanguageAskedForWithItsPlacesFilled() {
        put("a", "row", "{0}-жол", "строка {0}", "row {0}");
        assertEquals("1234567-жол", texts.text(Language.KK, "row", 1234567));
        assertEquals("строка 1234567", texts.text(Language.RU, "row", 1234567L));
    }

    @Test
    void anApostropheIsAnApostropheSingleOrDoubled() {
        put("a", "note", "а''б {0}", "об'ект {0}", "the child's {0}");
        assertEquals("а'б 1", texts.text(Language.KK, "note", 1));
        assertEquals("об'ект 1", texts.text(Language.RU, "note", 1));
        assertEquals("the child's 1", texts.text(Language.EN, "note", 1));
    }

    @Test
    void messagesAndTextsWithinAMessageComeInItsLanguage() {
        texts.put(
                "a",
                Map.of(
                        Language.KK, properties("outer", "({0}; {1}; {2})", "inner", "ішкі {0}"),
                        Language.RU, properties("outer", "[{0}; {1}; {2}]", "inner", "внутри {0}")));
        Message outer = Message.of(
                "outer",
                Message.of("inner", 5),
                new Text("Атырау", "Атырауская", "Atyrau"),
                List.of(Message.of("inner", 1), "x"));
        assertEquals("(ішкі 5; Атырау; ішкі 1, x)", texts.text(Language.KK, outer));
        assertEquals("[внутри 5; Атырауская; внутри 1, x]", texts.text(Language.RU, outer));
    }

    @Test
    void datesAndSumsAreWrittenAsInKazakhstanAndGroupingIsAskedFor() {
        put("a", "pay", "{0}: {1}; {2,number}", "{0}: {1}; {2,number}", "{0}: {1}; {2,number}");
        assertEquals(
                "01.03.2024: 1\u00a0234,5; 10\u00a0000",
                texts.text(Language.RU, "pay", LocalDate.of(2024, 3, 1), new BigDecimal("1234.50"), 10000));
        assertEquals(
                "01.03.2024: 1,234.5; 10,000",
                texts.text(Language.EN, "pay", LocalDate.of(2024, 3, 1), new BigDecimal("1234.50"), 10000));
    }

    @Test
    void aMissingLanguageIsReplacedAndAMissingTextShowsItsKey() {
        texts.put("a", Map.of(Language.RU, properties("only", "только")));
        assertEquals("только", texts.text(Language.KK, "only"));
        assertEquals("[nowhere]", texts.text(Language.KK, "nowhere"));
    }

    @Test
    void anOwnerThatLeavesTakesItsTextsAlongAndOnlyThose() {
        put("a", "shared", "a", "a", "a");
        put("b", "shared", "b", "b", "b");
        put("c", "own", "c", "c", "c");
        assertEquals("a", texts.text(Language.KK, "shared"), "the first owner's");
        texts.remove("a");
        assertEquals("b", texts.text(Language.KK, "shared"));
        texts.remove("c");
        assertFalse(texts.has("own"));
        assertTrue(texts.has("shared"));
    }

    @Test
    void whatIsKeptOfABundleThatLeftAnswersOnlyWhereNobodyElseDoes() {
        put("here", "a", "бар", "есть", "here");
        texts.keep(Map.of(Language.RU, Map.of("a", "было", "b", "было")));
        assertEquals("есть", texts.text(Language.RU, "a"));
        assertEquals("бар", texts.text(Language.KK, "a"));
        assertEquals("было", texts.text(Language.KK, "b"));
        assertTrue(texts.has("b"));
        texts.remove("here");
        assertEquals("было", texts.text(Language.KK, "a"));
        texts.keep(Map.of());
        assertFalse(texts.has("a"));
    }
}
