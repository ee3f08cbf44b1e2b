package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.pages.LocaleWording;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.FixedClock;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class DeclaredFieldsTest {
    private static final DeclaredFields FIELDS = new DeclaredFields(
            "some-measure",
            List.of(
                    Field.text("topic").mandatory(),
                    Field.number("visitors"),
                    Field.date("shown-on"),
                    Field.choice("language", "kk", "ru")));

    private final Words words =
            new LocaleWording(TestTexts.ofClassPath(), FixedClock.at(RecordWorld.TODAY)).in(Language.EN);

    /** As an input of the API has them. */
    record Input(String title, Map<String, Object> fields) {}

    private static Input read(String... namesAndValues) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FIELDS.read(FormInput.of(values), Input.class);
    }

    @Test
    void aWholeNumberTypedWithSpacesIsANumberOfTheInput() {
        assertEquals(
                Map.of("topic", "7", "visitors", 12_000L),
                read("title", "x", "fields.topic", "7", "fields.visitors", "12 000")
                        .fields());
    }

    @Test
    void whatIsNoNumberIsRefusedBesideItsField() {
        Map<String, Object> typed =
                read("fields.topic", "x", "fields.visitors", "many").fields();
        Problem refused = Refusal.of(
                Problem.Kind.INVALID, "record.whole-number", () -> FieldValues.json(FIELDS.declared(), typed));
        assertEquals("fields.visitors", refused.fields().get(0).field());
    }

    @Test
    void aFormNamesTheFieldsByTheMeasuresOwnTextsAndHoldsWhatIsSet() {
        List<kz.jolkarta.core.pages.Field> form = FIELDS.fields(words, Map.of("visitors", 5, "language", "ru"));
        assertEquals(
                List.of("fields.topic", "fields.visitors", "fields.shown-on", "fields.language"),
                form.stream().map(kz.jolkarta.core.pages.Field::name).toList());
        assertTrue(form.get(0).required());
        assertEquals("[some-measure.field.topic]", form.get(0).label());
        assertEquals("5", form.get(1).first());
        assertTrue(form.get(3).holds("ru"));
        assertEquals(
                "[some-measure.choice.language.kk]",
                form.get(3).options().get(0).label());
    }

    @Test
    void factsTellWhatIsSetAsItIsRead() {
        String facts = FIELDS.facts(words, Map.of("visitors", 12_000, "shown-on", "2026-03-02", "language", "kk"))
                .toString();
        assertTrue(facts.contains("text=12,000"), facts);
        assertTrue(facts.contains("text=2 Mar 2026"), facts);
        assertTrue(facts.contains("text=[some-measure.choice.language.kk]"), facts);
        assertEquals(
                3,
                FIELDS.facts(words, Map.of("visitors", 1, "shown-on", "2026-03-02", "language", "kk"))
                        .size());
    }
}
