package kz.jolkarta.core.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import org.junit.jupiter.api.Test;

class FormInputTest {
    record Step(String title, Optional<Integer> hours) {}

    record Plan(String name, LocalDate day, BigDecimal amount, List<Long> children, List<Step> steps, Step last) {}

    private static FormInput form(String... fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.computeIfAbsent(fields[i], n -> new java.util.ArrayList<>()).add(fields[i + 1]);
        }
        return new FormInput(values, Map.of());
    }

    @Test
    void namesOfFieldsSayWhereTheyBelongInTheRecord() {
        Plan plan = form(
                        "name",
                        " А ",
                        "day",
                        "2026-03-02",
                        "amount",
                        "450 000,50",
                        "children[]",
                        "7",
                        "children[]",
                        "8",
                        "steps[1].title",
                        "two",
                        "steps[0].title",
                        "one",
                        "steps[0].hours",
                        "1\u00a0200",
                        "last.title",
                        "end",
                        "unknown",
                        "left out",
                        "csrf",
                        "x",
                        "version",
                        "3")
                .as(Plan.class);
        assertEquals(
                new Plan(
                        "А",
                        LocalDate.of(2026, 3, 2),
                        new BigDecimal("450000.50"),
                        List.of(7L, 8L),
                        List.of(new Step("one", Optional.of(1200)), new Step("two", Optional.empty())),
                        new Step("end", Optional.empty())),
                plan);
    }

    @Test
    void whatDoesNotFitIsToldAtItsField() {
        Problem wrong =
                assertThrows(Problem.class, () -> form("steps[0].hours", "many").as(Plan.class));
        assertEquals("steps[0].hours", wrong.fields().get(0).field());
    }

    @Test
    void forgedNamesAndVersionsAreNoBug() {
        form("a[x]", "1", "steps[999999999].title", "1", "[]", "1", "..", "1", "/a[]", "1", "a[", "1")
                .as(Plan.class);
        assertThrows(Problem.class, () -> form("last", "1", "last.title", "2").as(Plan.class));
        assertThrows(Problem.class, () -> form("steps", "1", "steps[]", "2").as(Plan.class));
        assertThrows(Problem.class, () -> form("version", "99999999999").version());
        assertThrows(Problem.class, () -> form("version", "two").version());
    }
}
