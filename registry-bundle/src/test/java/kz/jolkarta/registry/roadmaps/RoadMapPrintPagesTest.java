package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapPrintPagesTest {
    private PrintDesk desk;
    private PageWorld words;
    private RoadMapPrintPages pages;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new PrintDesk(database);
        words = new PageWorld(desk.world);
        pages = new RoadMapPrintPages(desk.prints);
    }

    private Response print(kz.jolkarta.core.pages.FormInput input) {
        return pages.print(PageWorld.reader(desk.keeper), words.words, input);
    }

    @Test
    void theChosenMapsArePrintedAfterFormatAndLanguageAreAsked() {
        long map = desk.full();
        Response asked = print(PageWorld.chosen("x", "x", map));
        String shown = asked.getEntity().toString();
        assertTrue(shown.contains("name=maps[], label=, kind=HIDDEN, values=[" + map + "]"), shown);
        assertTrue(shown.contains("1 road map"), shown);
        assertEquals(0, desk.submitted.size());
        Response begun = print(PageWorld.form("maps[]", String.valueOf(map), "format", "docx", "language", "ru"));
        assertEquals("/jobs/" + desk.submitted.get(0).id(), begun.getLocation().toString());
        assertEquals(
                Map.of("maps", String.valueOf(map), "format", "docx", "language", "ru"),
                desk.submitted.get(0).params());
    }

    @Test
    void theListsFilterGoesAlongAndNothingAtAllIsRefused() {
        String asked = pages.ask(words.words, PageWorld.address("road-maps/prints", "letter", "Ә", "state", "draft"))
                .toString();
        assertTrue(asked.contains("name=gradeLetter, label=, kind=HIDDEN, values=[Ә]"), asked);
        assertTrue(asked.contains("name=state, label=, kind=HIDDEN, values=[draft]"), asked);
        Response nothing = print(PageWorld.form("format", "docx", "language", "ru"));
        assertEquals(400, nothing.getStatus());
        assertTrue(nothing.getEntity().toString().contains("problem=Choose what to print"));
        assertTrue(nothing.getEntity().toString().contains("values=[docx]"), "what was chosen stands in the form");
    }
}
