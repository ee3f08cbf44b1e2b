package kz.jolkarta.registry.residence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.PlaceChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class MovePagesTest {
    private Movers movers;
    private PageWorld pages;
    private MovePages page;
    private long child;

    @BeforeEach
    void one(TestDatabase database) {
        movers = new Movers(database);
        database.clear("child_transfer", "child_residence", "child");
        pages = new PageWorld(movers.records);
        page = new MovePages(
                movers.moves,
                movers.transfers,
                new PlaceChoice(movers.world.gazetteer, movers.world.clock),
                new OrganisationChoice(new Organisations(
                        movers.world.database, movers.world.audit, movers.world.clock, movers.world.gazetteer)));
        child = movers.child();
    }

    private Response move(Caller caller, String place, String reason) {
        return page.move(
                caller,
                pages.words,
                child,
                PageWorld.form(
                        "territory-search",
                        place,
                        "onDay",
                        Movers.DAY.toString(),
                        "reason",
                        reason,
                        "version",
                        Integer.toString(movers.version(child))));
    }

    @Test
    void aMoveWithinTheOwnTerritoryIsDoneAtOnceAndCanBeTakenBack() {
        Response again = move(movers.country, RegistryWorld.NORTH_TOWN, "");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("values=[" + RegistryWorld.NORTH_TOWN + "]"),
                again.getEntity().toString());

        Response done = move(movers.country, RegistryWorld.NORTH_TOWN, "Отбасы көшті");

        assertEquals(
                "/children/" + child + "/move?done=page.child.move.done",
                done.getLocation().toString());
        long id =
                movers.records.number("select id from child_transfer where child_id = :child", Map.of("child", child));
        String shown = page.open(movers.country, pages.words, child).toString();
        assertTrue(shown.contains("/move/" + id + "/undo"), shown);
        page.undo(movers.country, child, id);
        assertEquals(RegistryWorld.ATYRAU_CITY, movers.resident(child).stay().territory());
    }

    @Test
    void aMoveToAnotherTerritoryIsAskedFor() {
        Response asked = move(movers.atyrau, RegistryWorld.NORTH_TOWN, "Отбасы көшті");
        assertEquals(
                "/children/" + child + "/move?done=page.child.move.asked",
                asked.getLocation().toString());
        String shown = page.open(movers.atyrau, pages.words, child).toString();
        assertTrue(shown.contains("text=asked for, tone=RUN"), shown);
        assertEquals(RegistryWorld.ATYRAU_CITY, movers.resident(child).stay().territory());
    }
}
