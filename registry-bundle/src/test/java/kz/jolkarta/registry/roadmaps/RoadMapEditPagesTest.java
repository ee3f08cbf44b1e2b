package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.settings.SettingHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapEditPagesTest {
    private static final User OFFICE = FormsTest.ADMINISTRATOR;

    private MapDesk desk;
    private LivingMaps life;
    private RoadMapEditPages edits;
    private RoadMapFormPages forms;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new MapDesk(database);
        life = desk.life;
        edits = new RoadMapEditPages(life.maps);
        forms = new RoadMapFormPages(life.forms, new SettingHistory(life.world.ledger));
    }

    private RoadMap draft() {
        return life.draft(life.world.child(RecordWorld.VILLAGE), 2025);
    }

    private Response save(RoadMap map, String... fields) {
        return edits.save(PageWorld.reader(life.keeper), desk.pages.words, map.id(), PageWorld.form(fields));
    }

    @Test
    void theContentIsSavedWithNumbersAsTheyAreTyped() {
        RoadMap map = draft();
        String shown = edits.open(PageWorld.reader(life.keeper), desk.pages.words, map.id())
                .toString();
        assertTrue(shown.contains("name=content.strengths"), shown);
        Response saved = save(
                map,
                "version",
                String.valueOf(map.version()),
                "content.strengths",
                "Шахмат",
                "content.average-mark",
                "4,75");
        assertEquals(303, saved.getStatus());
        assertEquals("Шахмат", life.now(map).content().get("strengths"));
        assertEquals("4.75", String.valueOf(life.now(map).content().get("average-mark")));
    }

    @Test
    void whatIsNoNumberComesAgainWithTheErrorAtItsField() {
        RoadMap map = draft();
        Response again = save(map, "version", String.valueOf(map.version()), "content.average-mark", "жақсы");
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("values=[жақсы]"), shown);
        assertTrue(shown.contains("error=A number of at most"), shown);
    }

    @Test
    void whoWasSlowerSeesWhatTheOtherEditorWrote() {
        RoadMap map = draft();
        String seen = String.valueOf(map.version());
        save(map, "version", seen, "content.strengths", "Шахмат");
        Response again = save(map, "version", seen, "content.strengths", "Математика");
        assertEquals(412, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("yours=Математика, theirs=Шахмат"),
                again.getEntity().toString());
    }

    @Test
    void aVersionOfTheFormIsCopiedReplacedByAFileAndPublished() throws Exception {
        RoadMapForm published = life.forms.list(OFFICE).get(0);
        assertFalse(forms.list(PageWorld.reader(life.keeper), desk.pages.words)
                .toString()
                .contains("Take the file"));
        forms.copy(PageWorld.reader(OFFICE), desk.pages.words, published.id());
        RoadMapForm draft = life.forms.list(OFFICE).get(0);
        assertEquals(FormState.DRAFT, draft.state());
        List<FormSection> fewer =
                published.sections().subList(0, published.sections().size() - 1);
        byte[] file = Json.mapper().writeValueAsBytes(new FormFile(FormFile.FORMAT, FormFile.VERSION, 7, fewer));
        assertEquals(303, replace(draft, file).getStatus());
        Response wrong = replace(draft, "{".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, wrong.getStatus());
        assertTrue(wrong.getEntity().toString().contains("error=This is no file of a form"));
        String asked = forms.ask(PageWorld.reader(OFFICE), desk.pages.words, draft.id())
                .toString();
        assertTrue(asked.contains("text=removed: "), asked);
        assertTrue(asked.contains("submit=Publish version " + draft.number()), asked);
        forms.publish(PageWorld.reader(OFFICE), desk.pages.words, draft.id(), PageWorld.form());
        assertEquals(FormState.PUBLISHED, life.forms.get(OFFICE, draft.id()).state());
    }

    private Response replace(RoadMapForm draft, byte[] file) {
        FormInput input = new FormInput(
                Map.of(
                        "version",
                        List.of(String.valueOf(
                                life.forms.get(OFFICE, draft.id()).version()))),
                Map.of("file", new FormInput.Upload("form.json", new ByteArrayInputStream(file))));
        return forms.replace(PageWorld.reader(OFFICE), desk.pages.words, draft.id(), input);
    }
}
