package kz.jolkarta.registry.residence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class MovedAwayPagesTest {
    private Movers movers;
    private PageWorld pages;
    private MovedAwayPages away;
    private long child;

    @BeforeEach
    void open(TestDatabase database) {
        movers = new Movers(database);
        database.clear(
                "allocation_event",
                "participation",
                "activity",
                "award",
                "quota",
                "child_residence",
                "child_transfer",
                "child");
        pages = new PageWorld(movers.world.clock);
        away = new MovedAwayPages(movers.departed, new TerritoryChoice(movers.world.gazetteer, movers.world.clock));
        child = movers.child();
        movers.move(child);
    }

    private String list(Caller caller, String... filters) {
        return away.list(PageWorld.reader(caller.user()), pages.words, PageWorld.address("moved-away", filters))
                .toString();
    }

    @Test
    void whoMovedAwayIsListedAtThePlaceLeftAndNotAtTheNewOne() {
        String left = list(movers.atyrau);
        assertTrue(left.contains("href=/moved-away/" + child), left);
        assertTrue(left.contains("href=/api/moved-away/list.xlsx"), left);
        assertTrue(list(movers.north).contains("Nobody has moved away."));
        assertTrue(list(movers.atyrau, "q", "Басқа").contains("Nobody is found by these filters."));
    }

    @Test
    void theChildIsShownAsItWasKnownThere() {
        String shown = away.open(PageWorld.reader(movers.atyrau.user()), pages.words, child)
                .toString();
        assertTrue(shown.contains("text=sport"), shown);
        assertTrue(shown.contains("As known on the last day here."), shown);
        Problem refusal =
                assertThrows(Problem.class, () -> away.open(PageWorld.reader(movers.north.user()), pages.words, child));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }
}
