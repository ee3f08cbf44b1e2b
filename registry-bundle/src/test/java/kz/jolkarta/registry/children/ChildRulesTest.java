package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static String key(Optional<Message> fault) {
        return fault.map(Message::key).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Мөлдір", "Қожа-Ахмет", "О’Нил", "Ли", "Ә", "Әл Фараби", "Zoé", "Нұр-Али", "Саят А.", "Ім"})
    void namesOfPeopleAreAccepted(String name) {
        assertEquals("", key(ChildRules.name(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.invalid\";\"x\")",
                "Айдар1",
                "-Айдар",
                "名前",
                "Ай\tдар",
                "<b>Айдар</b>",
                "Айдар-",
                "@x"
            })
    void whatIsNoNameIsNot(String name) {
        assertEquals("child.name.letters", key(ChildRules.name(name)));
    }

    @Test
    void aNameHasAtMostAHundredLetters() {
        assertEquals("", key(ChildRules.name("А".repeat(100))));
        assertEquals("child.too-long", key(ChildRules.name("А".repeat(101))));
        assertEquals("child.required", key(ChildRules.name("")));
    }

    @Test
    void aBirthDateIsNeitherInTheFutureNorLongAgo() {
        assertEquals("", key(ChildRules.birthDate(TODAY, TODAY)));
        assertEquals("child.date.future", key(ChildRules.birthDate(TODAY.plusDays(1), TODAY)));
        assertEquals("", key(ChildRules.birthDate(TODAY.minusYears(26).plusDays(1), TODAY)));
        assertEquals("child.birth-date.age", key(ChildRules.birthDate(TODAY.minusYears(26), TODAY)));
    }

    @Test
    void gradesAreFromZeroToTwelve() {
        assertTrue(ChildRules.grade(0).isEmpty());
        assertTrue(ChildRules.grade(12).isEmpty());
        assertEquals("child.grade", key(ChildRules.grade(13)));
        assertEquals("child.grade", key(ChildRules.grade(-1)));
    }

    @Test
    void withoutANumberADocumentAndTheReasonAreNeeded() {
        assertEquals("", key(ChildRules.document("birth certificate", "123", "no number yet")));
        assertEquals("child.document-needed", key(ChildRules.document("birth certificate", "123", " ")));
        assertEquals("child.document-needed", key(ChildRules.document("", "123", "no number yet")));
    }

    @Test
    void aNumberThatSaysOtherwiseIsAWarning() {
        Iin iin = new Iin("061211600012");
        assertEquals(List.of(), ChildRules.differences(iin, LocalDate.of(2006, 12, 11), Sex.FEMALE));
        assertEquals(
                2,
                ChildRules.differences(iin, LocalDate.of(2006, 12, 12), Sex.MALE)
                        .size());
    }

    @Test
    void aTelephoneNumberHasDigits() {
        assertEquals("", key(ChildRules.phone("+7 700 000 84 79")));
        assertEquals("child.phone", key(ChildRules.phone("call me")));
    }
}
