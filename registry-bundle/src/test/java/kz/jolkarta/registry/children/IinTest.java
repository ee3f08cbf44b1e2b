package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Sex;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IinTest {
    private static List<String> vectors(String... names) throws IOException {
        try (InputStream file = IinTest.class.getResourceAsStream("/iin_vectors.json")) {
            JsonNode all = new ObjectMapper().readTree(file);
            List<String> numbers = new ArrayList<>();
            for (String name : names) {
                all.get(name).forEach(n -> numbers.add(n.asText()));
            }
            return numbers;
        }
    }

    @Test
    void issuedNumbersAreValid() throws IOException {
        for (String number : vectors("valid_pass1", "valid_pass2")) {
            assertTrue(Iin.of(number).isPresent(), number);
        }
    }

    @Test
    void wrongNumbersAreNot() throws IOException {
        for (String number : vectors("invalid")) {
            assertFalse(Iin.of(number).isPresent(), number);
        }
    }

    @Test
    void aNumberThatWasNeverIssuedHasNoCheckDigit() throws IOException {
        for (String head : vectors("unissuable_11")) {
            for (int digit = 0; digit < 10; digit++) {
                assertEquals(
                        "child.iin.check-digit",
                        Iin.fault(head + digit).map(Message::key).orElse(""));
            }
        }
    }

    @Test
    void aBusinessNumberHasTheSameCheckDigit() throws IOException {
        for (String number : vectors("bin_valid")) {
            assertTrue(Iin.binFault(number).isEmpty(), number);
        }
        assertTrue(Iin.binFault("170640023877").isPresent());
        assertTrue(Iin.binFault("171340023876").isPresent());
    }

    @Test
    void theFaultIsNamed() {
        assertEquals("child.iin.length", Iin.fault("06121160001").orElseThrow().key());
        assertEquals("child.iin.length", Iin.fault("06121160001X").orElseThrow().key());
        assertEquals("child.iin.length", Iin.fault("٠٦١٢١١٦٠٠٠١٢").orElseThrow().key());
        assertEquals("child.iin.date", Iin.fault("150231500006").orElseThrow().key());
        assertEquals("child.iin.date", Iin.fault("150317900006").orElseThrow().key());
        assertThrows(IllegalArgumentException.class, () -> new Iin("150231500006"));
    }

    @Test
    void theNumberTellsBirthDateAndSex() {
        Iin iin = new Iin("061211600012");
        assertEquals(LocalDate.of(2006, 12, 11), iin.birthDate());
        assertEquals(Sex.FEMALE, iin.sex());
        assertEquals("••••••••0012", iin.masked());
        assertEquals(Sex.MALE, new Iin("150317500006").sex());
    }

    @Property
    void aWrongCheckDigitIsAlwaysNoticed(@ForAll @IntRange(max = 9) int digit) {
        assertEquals(digit == 2, Iin.of("15031750070" + digit).isPresent());
    }
}
