package kz.jolkarta.registry.coordinators;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class CaseloadPagesTest {
    private CoordinatorWorld world;
    private CaseloadPages pages;
    private PageWorld desk;

    @BeforeEach
    void open(TestDatabase database) {
        world = new CoordinatorWorld(database);
        desk = new PageWorld(world.world.clock);
        pages = new CaseloadPages(world.caseload, new TerritoryChoice(world.world.gazetteer, world.world.clock));
    }

    private String list(Caller reader, String... parameters) {
        return pages.list(reader, desk.words, PageWorld.address("caseload", parameters))
                .toString();
    }

    @Test
    void eachCabinetStandsWithItsCoordinatorOrSaysThatThereIsNone() {
        long led = world.cabinet(CoordinatorWorld.CITY);
        long staff = world.appointed(led, null);
        long alone = world.cabinet(world.district());
        String shown = list(RegistryWorld.coordinator(CoordinatorWorld.REGION));
        assertTrue(shown.contains("href=/staff/" + staff), shown);
        assertTrue(shown.contains("text=without a coordinator, tone=LATE"), shown);
        assertTrue(shown.contains("href=/children?cabinet=" + alone + "&state=active"), shown);
        String covered = list(RegistryWorld.coordinator(CoordinatorWorld.REGION), "covered", "true");
        assertFalse(covered.contains("href=/organisations/" + alone), covered);
        assertTrue(covered.contains("Chip[label=Coordinator: with a coordinator, href=/caseload,"), covered);
    }

    @Test
    void whoWorksInAnotherDistrictSeesNoCabinetOfTheCity() {
        long city = world.cabinet(CoordinatorWorld.CITY);
        String shown = list(RegistryWorld.coordinator(world.district()));
        assertFalse(shown.contains("href=/organisations/" + city), shown);
        assertTrue(shown.contains("There is no methodical cabinet in your territory."), shown);
    }
}
