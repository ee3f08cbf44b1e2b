package kz.jolkarta.registry.consents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ConsentTemplatePagesTest {
    private final User office = RecordWorld.user(9, "", Role.ADMINISTRATOR);
    private ConsentTemplates templates;
    private ConsentTemplatePages pages;
    private PageWorld desk;
    private ConsentTemplate first;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear("consent_template");
        RecordWorld world = new RecordWorld(database);
        templates = new ConsentTemplates(world.ledger);
        pages = new ConsentTemplatePages(templates);
        desk = new PageWorld(world);
        first = newest();
    }

    private ConsentTemplate newest() {
        return templates.list(office, Optional.of(ConsentPurpose.PUBLICITY), Optional.empty()).stream()
                .max((a, b) -> Integer.compare(a.number(), b.number()))
                .orElseThrow();
    }

    @Test
    void whoTakesConsentsDownReadsThemAndTheOfficeMakesANewVersion() {
        User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
        String shown = pages.open(PageWorld.reader(coordinator), desk.words, first.id())
                .toString();
        assertTrue(shown.contains("Aim of the processing"), shown);
        assertFalse(shown.contains("Make a new version"), shown);
        pages.copy(PageWorld.reader(office), desk.words, first.id());
        ConsentTemplate draft = newest();
        assertEquals(ConsentTemplate.State.DRAFT, draft.state());
        pages.publish(PageWorld.reader(office), desk.words, draft.id(), PageWorld.form());
        assertEquals(ConsentTemplate.State.PUBLISHED, newest().state());
    }

    @Test
    void theTextIsSavedAndWithoutItsRussianWordsComesAgain() {
        pages.copy(PageWorld.reader(office), desk.words, first.id());
        ConsentTemplate draft = newest();
        Response wrong = save(draft, "Үйірме", "");
        assertEquals(400, wrong.getStatus());
        String shown = wrong.getEntity().toString();
        assertTrue(shown.contains("values=[Үйірме]"), shown);
        assertTrue(shown.contains("name=aim.kk") && shown.contains("error="), shown);
        assertEquals(303, save(draft, "Үйірме", "Кружок").getStatus());
        ConsentContent kept = newest().content();
        assertEquals("Кружок", kept.aim().ru());
        assertEquals(2, kept.data().size());
        assertEquals("Фото", kept.data().get(1).ru());
    }

    private Response save(ConsentTemplate draft, String kk, String ru) {
        return pages.save(
                PageWorld.reader(office),
                desk.words,
                draft.id(),
                PageWorld.form(
                        "version", String.valueOf(draft.version()),
                        "subject.kk", "Бала",
                        "subject.ru", "Ребёнок",
                        "aim.kk", kk,
                        "aim.ru", ru,
                        "lines.kk", "Аты-жөні\nСурет",
                        "lines.ru", "ФИО\nФото",
                        "term.kk", "Бір жыл",
                        "term.ru", "Один год",
                        "publication", "true"));
    }
}
