package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void surnamesStandInTheOrderOfTheKazakhAlphabet() {
        List<String> alphabet = Arrays.stream(
                        "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ы І Э Ю Я".split(" "))
                .map(letter -> letter + "бай")
                .toList();
        List<String> sorted = alphabet.stream()
                .sorted(Comparator.comparing(surname -> SortKey.of(surname, "Дана", "")))
                .toList();
        assertEquals(alphabet, sorted);
    }

    @Test
    void aShorterSurnameComesBeforeALongerOneWhateverTheGivenName() {
        assertTrue(SortKey.of("Ким", "Юлия", "").compareTo(SortKey.of("Кимова", "Анна", "")) < 0);
    }

    @Test
    void thoseWithoutASurnameComeFirst() {
        assertTrue(SortKey.of("", "Ясмин", "").compareTo(SortKey.of("Абаев", "Абай", "")) < 0);
    }

    @Test
    void theKeyFitsItsColumn() {
        String name = "Әбдірахманқызы".repeat(7);
        assertTrue(SortKey.of(name, name, name).length() <= 400);
    }
}
