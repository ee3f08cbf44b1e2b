package kz.jolkarta.registry.residence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines
class TransferPagesTest {
    private Movers movers;
    private PageWorld pages;
    private TransferPages page;
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
        pages = new PageWorld(movers.records);
        RegistryWorld world = movers.world;
        page = new TransferPages(
                movers.moves,
                movers.transfers,
                new TerritoryChoice(world.gazetteer, world.clock),
                new PlaceChoice(world.gazetteer, world.clock),
                new OrganisationChoice(new Organisations(world.database, world.audit, world.clock, world.gazetteer)));
        child = movers.child();
    }

    /** The old place asks the new one. */
    private long asked() {
        movers.moves.move(movers.atyrau, child, movers.version(child), Movers.to(RegistryWorld.NORTH_TOWN));
        return movers.records.number("select max(id) from child_transfer", Map.of());
    }

    private String list(Caller caller, String... filters) {
        TransferQuery query = new TransferQuery();
        for (int i = 0; i < filters.length; i += 2) {
            switch (filters[i]) {
                case "direction" -> query.direction = filters[i + 1];
                case "waiting" -> query.waiting = filters[i + 1];
                case "sort" -> query.sort = filters[i + 1];
                default -> query.q = filters[i + 1];
            }
        }
        return page.list(PageWorld.reader(caller.user()), pages.words, PageWorld.address("transfers", filters), query)
                .toString();
    }

    private String shown(Caller caller, long id) {
        return page.open(PageWorld.reader(caller.user()), pages.words, id).toString();
    }

    private Response answer(Caller caller, long id, String accept, String reason) {
        return page.answer(
                PageWorld.reader(caller.user()),
                pages.words,
                id,
                PageWorld.form("accept", accept, "reason", reason, "version", "1"));
    }

    @Test
    void eachSideFindsTheRequestAndTheOneThatWasAskedHasToAnswer() {
        String row = "href=/transfers/" + asked();
        assertTrue(
                list(movers.north, "direction", "incoming", "waiting", "true").contains(row));
        assertTrue(list(movers.north).contains("yours to answer"));
        assertTrue(list(movers.atyrau, "direction", "outgoing", "sort", "day").contains(row));
        assertFalse(list(movers.atyrau, "waiting", "true").contains(row));
        assertTrue(list(movers.atyrau, "direction", "incoming").contains("No move is found by these filters."));
        assertFalse(list(RegistryWorld.coordinator("630000000")).contains(row));
        assertEquals(1, movers.transfers.waiting(movers.north.user()));
        assertEquals(0, movers.transfers.waiting(movers.atyrau.user()));
    }

    @Test
    void theNewPlaceSeesWhatComesAlongOnlyOnceItHasTakenTheChildIn() {
        movers.stipend(child);
        movers.activity(child);
        long id = asked();
        assertTrue(shown(movers.atyrau, id).contains("paid by the new region from then on"));
        String before = shown(movers.north, id);
        assertFalse(before.contains("paid by the new region"), before);
        assertFalse(before.contains("/children/" + child), before);
        assertTrue(before.contains("Take the child in and move it"), before);

        Response done = answer(movers.north, id, "true", "");

        assertEquals(
                "/transfers/" + id + "?done=page.transfers.accepted",
                done.getLocation().toString());
        assertEquals(RegistryWorld.NORTH_TOWN, movers.resident(child).stay().territory());
        String after = shown(movers.north, id);
        assertTrue(after.contains("paid by the new region from then on"), after);
        assertTrue(after.contains("Робототехника"), after);
        assertTrue(after.contains("href=/children/" + child), after);
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheChildWhereItIs() {
        long id = asked();
        Response again = answer(movers.north, id, "false", "");
        assertEquals(400, again.getStatus());
        assertEquals(303, answer(movers.north, id, "false", "Бізде тұрмайды").getStatus());
        assertEquals(RegistryWorld.ATYRAU_CITY, movers.resident(child).stay().territory());
        assertTrue(shown(movers.atyrau, id).contains("Бізде тұрмайды"));
        assertEquals(412, answer(movers.north, id, "true", "").getStatus());
    }

    @Test
    void theNewPlaceAsksForAChildByItsNumberAndTheOldOneHandsItOver() {
        movers.set("child", child, "iin", "140501500012");
        Response sent = page.asked(
                PageWorld.reader(movers.north.user()),
                pages.words,
                PageWorld.form(
                        "iin",
                        "140501500012",
                        "territory-search",
                        RegistryWorld.NORTH_TOWN,
                        "onDay",
                        Movers.DAY.toString(),
                        "reason",
                        "Отбасы көшіп келді"));
        long id = movers.records.number("select max(id) from child_transfer", Map.of());
        assertEquals(
                "/transfers/" + id + "?done=page.transfers.asked",
                sent.getLocation().toString());
        assertFalse(shown(movers.north, id).contains("Hand the child over"));
        assertTrue(shown(movers.atyrau, id).contains("Hand the child over"));
        answer(movers.atyrau, id, "true", "");
        assertEquals(RegistryWorld.NORTH_TOWN, movers.resident(child).stay().territory());
    }

    @Test
    void aMoveBetweenOthersIsUnknownAndWhoOnlyReadsDoesNotAnswer() {
        long id = asked();
        Caller third = RegistryWorld.coordinator("630000000");
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> shown(third, id)).kind());
        Caller reader = RegistryWorld.caller(RegistryWorld.NORTH, kz.jolkarta.core.access.Role.APPROVER);
        assertFalse(shown(reader, id).contains("/answer"));
        assertEquals(
                Problem.Kind.FORBIDDEN,
                assertThrows(Problem.class, () -> answer(reader, id, "true", ""))
                        .kind());
    }
}
