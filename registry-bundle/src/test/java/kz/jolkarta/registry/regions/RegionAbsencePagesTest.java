package kz.jolkarta.registry.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class RegionAbsencePagesTest {
    private static final String REGION = RegistryWorld.ATYRAU;

    private final Caller admin = RegistryWorld.caller(Language.EN, REGION, Role.ADMINISTRATOR);
    private TestDatabase database;
    private PageWorld world;
    private RegionAbsencePages pages;

    @BeforeEach
    void open(TestDatabase tables) {
        database = tables;
        RegistryWorld registry = new RegistryWorld(database);
        database.clear("region_absence");
        world = new PageWorld(registry.clock);
        RegionMeasures regions = new RegionMeasures(
                database, new RegionMeasuresTest.Camps(), registry.gazetteer, registry.audit, registry.clock);
        pages = new RegionAbsencePages(
                regions, new TerritoryChoice(registry.gazetteer, registry.clock), registry.clock);
    }

    private Response set(String... fields) {
        return pages.absent(admin, world.words, REGION, PageWorld.form(fields));
    }

    private long id() {
        return database.<Long>read(tx -> tx.number("select max(id) from region_absence", Map.of()));
    }

    private String list(String... asked) {
        return pages.list(admin, world.words, PageWorld.address("regions/" + REGION + "/absences", asked), REGION)
                .toString();
    }

    @Test
    void aMeasureIsSaidNotToBeCarriedOutChangedAndWithdrawn() {
        assertTrue(list().contains("The region carries out all measures."), list());
        Response wordless = set("measure", "health-camps", "from", "2026-11-01");
        assertEquals(400, wordless.getStatus());
        assertTrue(wordless.getEntity().toString().contains("values=[2026-11-01]"), "what was typed stays");
        assertEquals(
                303,
                set("measure", "health-camps", "from", "2026-11-01", "reason", "лагерь жөнделуде")
                        .getStatus());
        assertTrue(list("year", "2026").contains("лагерь жөнделуде"), list());
        assertFalse(list("year", "2025").contains("лагерь жөнделуде"));
        long id = id();
        String form = pages.open(admin, world.words, REGION, id).toString();
        assertTrue(form.contains("values=[лагерь жөнделуде]"), form);
        Response stale = pages.change(
                admin,
                world.words,
                REGION,
                id,
                PageWorld.form("version", "9", "from", "2026-11-01", "reason", "басқа"));
        assertEquals(412, stale.getStatus());
        Response changed = pages.change(
                admin,
                world.words,
                REGION,
                id,
                PageWorld.form("version", "1", "from", "2026-11-02", "to", "2027-05-31", "reason", "жаңа бұйрық"));
        assertEquals(303, changed.getStatus(), String.valueOf(changed.getEntity()));
        assertTrue(list("measure", "health-camps").contains("жаңа бұйрық"), list());
        Response withdrawn = pages.withdraw(admin, world.words, REGION, id, PageWorld.form("version", "2"));
        assertEquals(303, withdrawn.getStatus(), String.valueOf(withdrawn.getEntity()));
        assertTrue(list().contains("The region carries out all measures."), list());
    }
}
