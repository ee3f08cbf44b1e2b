package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.settings.SettingHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The national office changes the form of the road map section by section, and publishes it from a day on. */
@BothEngines(RecordTables.class)
class FormEditPagesTest {
    private static final Caller OFFICE = PageWorld.reader(FormsTest.ADMINISTRATOR);

    private LivingMaps life;
    private Words words;
    private FormEditPages pages;
    private long draft;

    @BeforeEach
    void open(TestDatabase database) {
        MapDesk desk = new MapDesk(database);
        life = desk.life;
        words = desk.pages.words;
        pages = new FormEditPages(life.forms);
        draft = life.forms
                .copy(
                        FormsTest.ADMINISTRATOR,
                        life.forms.list(FormsTest.ADMINISTRATOR).get(0).id())
                .id();
    }

    private RoadMapForm now() {
        return life.forms.get(FormsTest.ADMINISTRATOR, draft);
    }

    /** With the version that the page showed. */
    private FormInput typed(String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "version";
        all[1] = String.valueOf(now().version());
        return PageWorld.form(all);
    }

    private static void saved(Response answer) {
        assertEquals(303, answer.getStatus(), String.valueOf(answer.getEntity()));
    }

    private List<String> fields(String section) {
        return FormEdits.section(now().content(), section).fields().stream()
                .map(FormField::code)
                .toList();
    }

    private void addSection() {
        saved(pages.addSection(
                OFFICE,
                words,
                draft,
                typed(
                        "names.kk",
                        "Үйірмелер",
                        "names.ru",
                        "Кружки",
                        "names.en",
                        "Clubs",
                        "kind",
                        "fields",
                        "readers",
                        "all")));
    }

    private Response addField(String english, String... more) {
        String[] fields = {"names.kk", "Атауы", "names.ru", "Название", "names.en", english, "section", "clubs"};
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return pages.addField(OFFICE, words, draft, "clubs", typed(all));
    }

    @Test
    void sectionsAndFieldsAreAddedMovedAndRemoved() {
        addSection();
        assertEquals("clubs", now().sections().get(now().sections().size() - 1).code());
        saved(addField("Name of the club", "kind", "text", "required", "true"));
        saved(addField("Name of the club", "kind", "choice", "choices", "Иә | Да | Yes\nЖоқ | Нет | No"));
        assertEquals(List.of("name-of-the-club", "name-of-the-club-2"), fields("clubs"));
        FormField choice = FormEdits.field(now().content(), "name-of-the-club-2");
        assertEquals("yes | Иә | Да | Yes\nno | Жоқ | Нет | No", FormEdits.lines(choice.choices()));

        saved(pages.moveField(OFFICE, words, draft, "clubs", "name-of-the-club-2", typed("to", "up")));
        assertEquals(List.of("name-of-the-club-2", "name-of-the-club"), fields("clubs"));
        saved(pages.removeField(OFFICE, words, draft, "clubs", "name-of-the-club-2", typed()));
        assertEquals(List.of("name-of-the-club"), fields("clubs"));

        saved(pages.moveSection(OFFICE, words, draft, "clubs", typed("to", "up")));
        assertEquals("clubs", now().sections().get(now().sections().size() - 2).code());
        saved(pages.removeSection(OFFICE, words, draft, "clubs", typed()));
        assertFalse(now().sections().stream().anyMatch(s -> s.code().equals("clubs")));
    }

    @Test
    void aFieldKeepsItsCodeWhenItIsRenamedAndGoesToAnotherSection() {
        addSection();
        FormSection from = now().sections().stream()
                .filter(s -> !s.fields().isEmpty())
                .findFirst()
                .orElseThrow();
        String code = from.fields().get(0).code();
        saved(pages.saveField(
                OFFICE,
                words,
                draft,
                from.code(),
                code,
                typed(
                        "names.kk",
                        "Жаңа",
                        "names.ru",
                        "Новое",
                        "names.en",
                        "New",
                        "kind",
                        "long-text",
                        "section",
                        "clubs")));
        assertEquals(List.of(code), fields("clubs"));
        assertEquals("Новое", FormEdits.field(now().content(), code).names().ru());
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
        addSection();
        Response unnamed = pages.addField(
                OFFICE,
                words,
                draft,
                "clubs",
                typed("names.kk", "Атауы", "kind", "choice", "choices", "бір | екі", "section", "clubs"));
        assertEquals(400, unnamed.getStatus());
        String shown = unnamed.getEntity().toString();
        assertTrue(shown.contains("values=[Атауы]"), shown);
        assertTrue(shown.contains("Line 1 is not right"), shown);
        Response twice = pages.addSection(
                OFFICE,
                words,
                draft,
                typed("names.kk", "а", "names.ru", "б", "names.en", "c", "kind", "passport", "readers", "all"));
        assertEquals(400, twice.getStatus());
        assertTrue(twice.getEntity().toString().contains("error=The form has such a section already"));

        FormInput old =
                typed("names.kk", "Ескі", "names.ru", "Старое", "names.en", "Old", "kind", "fields", "readers", "all");
        saved(addField("Name", "kind", "text"));
        Response slower = pages.saveSection(OFFICE, words, draft, "clubs", old);
        assertEquals(412, slower.getStatus());
        assertTrue(slower.getEntity().toString().contains("values=[Ескі]"));
    }

    @Test
    void itIsPublishedFromADayOnAndOnlyWhenItIsWhole() {
        addSection();
        Problem empty = Refusal.of(
                Problem.Kind.CONFLICT,
                "roadmap.form-section-empty",
                () -> life.forms.publish(FormsTest.ADMINISTRATOR, draft, OptionalInt.empty(), Optional.empty()));
        assertTrue(words.text(empty.message()).contains("Clubs"));
        saved(addField("Name", "kind", "text"));
        RoadMapFormPages versions = new RoadMapFormPages(life.forms, new SettingHistory(life.world.ledger));
        Response past = versions.publish(OFFICE, words, draft, typed("from", "2020-01-01"));
        assertEquals(400, past.getStatus());
        assertTrue(past.getEntity().toString().contains("error=This day is over"));
        String from = RecordWorld.TODAY.plusDays(10).toString();
        saved(versions.publish(OFFICE, words, draft, typed("from", from)));
        assertTrue(
                versions.list(OFFICE, words).toString().contains("from " + words.date(RecordWorld.TODAY.plusDays(10))));
        assertFalse(holds(0).equals(draft), "until then the earlier one");
        assertTrue(holds(10).equals(draft));
    }

    private Long holds(int days) {
        return life.world
                .database
                .read(tx -> FormStore.newestPublished(tx, RecordWorld.TODAY.plusDays(days))
                        .orElseThrow())
                .id();
    }

    @Test
    void aCodeIsMadeOfTheEnglishName() {
        assertEquals("year-goals", FormEdits.code("Year goals!", Set.of()));
        assertEquals("part", FormEdits.code("2026", Set.of()));
        assertEquals("goals-3", FormEdits.code("Goals", Set.of("goals", "goals-2")));
    }
}
