package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({
        "Мөлдір, Молдир",
        "Әлихан, Алихан",
        "Ғани, Гани",
        "Қайрат, Кайрат",
        "Шыңғыс, Шынгыс",
        "Сүлейменов, Сулейменов",
        "Шәріпов, Шарипов",
        "Ілияс, Ильяс",
        "Төлеуов, Толеуов",
        "Хадиша, һадиша",
        "Алёна, Алена",
        "Айдар, Aidar",
        "Айдар, Aydar",
        "Шыңғыс, Shyngys",
        "Жанель, Zhanel",
        "Жанель, Janel",
        "Жамбыл, Джамбыл",
        "Қуаныш, Quanysh",
        "Қуаныш, Kuanysh",
        "Еркежан, Yerkezhan",
        "Мария, Mariya",
        "Мария, Maria",
        "Аяулым, Ayaulym",
        "Щедрин, Shchedrin",
        "Нұр-Сұлтан, Нур Султан",
        "Абай-ұлы, Абайұлы",
        "Абай ұлы, Абайулы",
        "'  АЙДАР ', айдар",
        "№42 мектеп, № 42 мектеп",
        "Дарья, Дар’я"
    })
    void spellingsOfOneNameMeet(String one, String other) {
        assertEquals(NameKey.of(one), NameKey.of(other));
    }

    @Test
    void lookAlikeLettersOfTheOtherAlphabetDoNotHideAName() {
        String withLatin = "Cepик".replace("p", "\u0440");
        assertEquals(NameKey.of("Серик"), NameKey.of(withLatin));
        assertEquals(NameKey.of("Нурлан"), NameKey.of("Hурлан"));
    }

    @Test
    void aLetterWrittenAsTwoCodePointsIsTheSame() {
        assertEquals(NameKey.of("Айдар"), NameKey.of("Аи\u0306дар"));
    }

    @Test
    void differentNamesStayApart() {
        assertNotEquals(NameKey.of("Айдар"), NameKey.of("Айбар"));
        assertNotEquals(NameKey.of("Дана"), NameKey.of("Диана"));
        assertNotEquals(NameKey.of("Асқар"), NameKey.of("Асан"));
    }

    @Test
    void whatIsNoNameHasNoKey() {
        assertEquals("", NameKey.of("  "));
        assertEquals("", NameKey.of("???"));
        assertEquals("", NameKey.of("名前"));
    }

    @Property
    void aKeyIsPlainAsciiAndItsOwnKey(@ForAll("names") String name) {
        String key = NameKey.of(name);
        assertTrue(key.matches("([a-z0-9]+( [a-z0-9]+)*)?"), key);
        assertTrue(key.compareTo(NameKey.end(key)) < 0);
    }

    @Property
    void capitalsDoNotMatter(@ForAll("names") String name) {
        assertEquals(
                NameKey.of(name.toLowerCase(java.util.Locale.ROOT)),
                NameKey.of(name.toUpperCase(java.util.Locale.ROOT)));
    }

    @Property
    void substitutesOfKazakhLettersDoNotMatter(@ForAll("names") String name) {
        String typed = name;
        String kazakh = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";
        String substitute = "агкноуухиАГКНОУУХИ";
        for (int i = 0; i < kazakh.length(); i++) {
            typed = typed.replace(kazakh.charAt(i), substitute.charAt(i));
        }
        assertEquals(NameKey.of(name), NameKey.of(typed));
    }

    @Property
    void anyTextHasAKey(@ForAll String text) {
        assertTrue(NameKey.of(text).matches("([a-z0-9]+( [a-z0-9]+)*)?"));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі -’АӘБВГҒДЕЖЗИКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШІ")
                .ofMaxLength(40);
    }
}
