package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class AwardPagesTest {
    private static final String CAMPS = "health-camps";

    private final RecordWorld world;
    private final PageWorld pages;
    private final Quotas quotas;
    private final Awards awards;
    private final Allocations allocations;
    private final TerritoryChoice territories;
    private final AwardPages list;
    private final QuotaPages caps;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    AwardPagesTest(TestDatabase database) {
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        quotas = new Quotas(world.ledger);
        awards = new Awards(world.ledger, quotas);
        allocations = new Allocations(world.ledger);
        territories = new TerritoryChoice(new Gazetteer(database), world.clock);
        list = new AwardPages(awards, quotas, allocations, territories, world.ledger);
        caps = new QuotaPages(quotas, allocations, territories, world.ledger);
    }

    @BeforeEach
    void none() {
        world.database.run(tx -> {
            tx.update("update award set quota_id = null, state = 'REFUSED', holder_key = null", Map.of());
            for (String table : List.of("allocation_event", "quota")) {
                tx.update("delete from " + table, Map.of());
            }
        });
    }

    private Award propose(String type) {
        return awards.create(
                coordinator,
                CAMPS,
                Proposal.toChild(type, world.child(RecordWorld.VILLAGE)).input());
    }

    private Award commission(String type) {
        return awards.move(
                coordinator, CAMPS, propose(type).id(), OptionalInt.empty(), new StateChange("commission", ""));
    }

    private void cap(String type, int places) {
        quotas.set(coordinator, CAMPS, OptionalInt.empty(), new QuotaInput(type, RecordWorld.REGION, 2026, places));
    }

    private String list(User user, String... parameters) {
        return list.list(
                        PageWorld.reader(user),
                        pages.words,
                        PageWorld.address("measures/health-camps/awards", parameters),
                        CAMPS)
                .toString();
    }

    private Response decide(String state, String reason, Award... chosen) {
        FormInput input = new FormInput(
                Map.of(
                        "id",
                        List.of(chosen).stream()
                                .map(a -> String.valueOf(a.id()))
                                .toList(),
                        "state",
                        List.of(state),
                        "reason",
                        List.of(reason)),
                Map.of());
        return list.decide(PageWorld.reader(coordinator), pages.words, CAMPS, input);
    }

    private AwardState state(Award award) {
        return awards.get(coordinator, CAMPS, award.id()).state();
    }

    @Test
    void theListNamesWhoWasProposedAndCountsTheStates() {
        Award award = propose("camp");
        commission("camp");
        String shown = list(coordinator, "type", "camp");
        assertTrue(shown.contains("href=/measures/health-camps/awards/" + award.id()), shown);
        assertTrue(
                shown.contains(
                        "Chip[label=under commission,"
                                + " href=/measures/health-camps/awards?type=camp&state=commission, current=false, count=1, mark=]"),
                shown);
        assertTrue(shown.contains("href=/api/measures/health-camps/awards.xlsx?type=camp"), shown);
    }

    @Test
    void whoWorksElsewhereSeesNobody() {
        Award award = propose("camp");
        String shown = list(RecordWorld.coordinator("610000000"));
        assertFalse(shown.contains("awards/" + award.id()));
        assertTrue(shown.contains("There is no such record."), shown);
    }

    @Test
    void aQuotaStandsAsABarOfWhatIsIssuedAndWhatTheCommissionHas() {
        cap("camp", 10);
        Award approved = commission("camp");
        awards.move(coordinator, CAMPS, approved.id(), OptionalInt.empty(), new StateChange("approved", ""));
        commission("camp");
        String shown = list(coordinator, "year", "2026");
        assertTrue(shown.contains("value=given 1 of 10 · free 9"), shown);
        assertTrue(shown.contains("Part[label=issued: 1, tone=PLAIN, percent=10]"), shown);
        assertTrue(shown.contains("Part[label=before the commission: 1, tone=RUN, percent=10]"), shown);
    }

    @Test
    void theCommissionDecidesOnManyAtOnceAndEachRefusalIsNamed() {
        cap("camp", 1);
        Award first = commission("camp");
        Award second = commission("camp");
        Response answer = decide("approved", "", first, second);
        assertEquals(200, answer.getStatus());
        assertEquals(AwardState.APPROVED, state(first));
        assertEquals(AwardState.COMMISSION, state(second));
        String shown = answer.getEntity().toString();
        assertTrue(shown.contains("The quota is used up: all 1 places are taken."), shown);
        assertTrue(shown.contains("Done: 1. Not done: 1"), shown);
    }

    @Test
    void aRefusalOfManyNeedsItsReasonAndLeadsBackToTheList() {
        Award award = commission("camp");
        assertTrue(decide("refused", "", award).getEntity().toString().contains("Give a reason"));
        Response done = decide("refused", "Құжат жоқ", award);
        assertEquals(303, done.getStatus());
        assertEquals(AwardState.REFUSED, state(award));
        Refusal.of(Kind.INVALID, "page.awards.nobody-chosen", () -> decide("refused", "x"));
    }

    @Test
    void onlyAChosenStateOffersItsDecisions() {
        commission("camp");
        assertFalse(list(coordinator).contains("/awards/decision"));
        String shown = list(coordinator, "state", "commission");
        assertTrue(shown.contains("{state=approved}"), shown);
        assertTrue(shown.contains("{state=refused}"), shown);
    }

    private Response set(String... fields) {
        return caps.set(PageWorld.reader(coordinator), pages.words, CAMPS, PageWorld.form(fields));
    }

    @Test
    void aQuotaIsSetAndChangedWithTheVersionThatWasSeen() {
        Response made = set("type", "camp", "territory", RecordWorld.REGION, "year", "2026", "cap", "12");
        assertEquals(303, made.getStatus());
        Quota quota =
                quotas.list(coordinator, CAMPS, java.util.Optional.of(2026)).get(0);
        assertEquals(12, quota.cap());
        Response stale = set(
                "type",
                "camp",
                "territory",
                RecordWorld.REGION,
                "year",
                "2026",
                "cap",
                "20",
                "version",
                "77",
                "set",
                String.valueOf(quota.id()));
        assertEquals(412, stale.getStatus());
        assertTrue(
                stale.getEntity().toString().contains("yours=20, theirs=12"),
                stale.getEntity().toString());
        Response low = set("type", "camp", "territory", RecordWorld.REGION, "year", "2026", "cap", "many");
        assertEquals(400, low.getStatus());
        assertTrue(
                low.getEntity().toString().contains("name=cap"), low.getEntity().toString());
        assertTrue(
                low.getEntity().toString().contains("values=[many]"),
                low.getEntity().toString());
    }

    @Test
    void theQueueOfAQuotaTellsItsOrderAndComesOutTheSameAnew() {
        cap("voucher", 1);
        Award first = commission("voucher");
        Award second = commission("voucher");
        decide("approved", "", second);
        decide("approved", "", first);
        long quota = quotas.list(coordinator, CAMPS, java.util.Optional.of(2026))
                .get(0)
                .id();
        View queue = caps.queue(PageWorld.reader(coordinator), pages.words, CAMPS, quota, "true");
        assertTrue(queue.toString().contains("in the order in which they were registered"));
        assertTrue(queue.toString().contains("Computed anew, the list comes out exactly the same."));
        assertTrue(queue.toString().contains("href=/measures/health-camps/awards/" + first.id()));
        assertTrue(list(coordinator).contains("waits for a place"));
    }

    @Test
    void aMeasureShowsItsAwardsOnItsPageAndOneWithoutAwardsNothing() {
        cap("camp", 4);
        commission("camp");
        AwardPart part = new AwardPart(
                awards,
                quotas,
                allocations,
                territories,
                new kz.jolkarta.registry.budgets.Budgets(world.ledger),
                world.ledger,
                language -> pages.words);
        String shown = part.blocks(PageWorld.reader(coordinator), CAMPS).toString();
        assertTrue(shown.contains("Tile[label=Quota, value=4, note=given 0 · free 4"), shown);
        assertTrue(shown.contains("Tile[label=under commission, value=1"), shown);
        assertTrue(shown.contains("Meter[label="), "how the quota is used: " + shown);
        assertTrue(shown.contains("title=The newest"), shown);
        cap("voucher", 1);
        String queued = part.blocks(PageWorld.reader(coordinator), CAMPS).toString();
        assertTrue(queued.contains("title=Queue") && queued.contains("Nobody is waiting."), "who waits: " + queued);
        assertEquals(List.of(), part.blocks(PageWorld.reader(coordinator), "technoparks"));
        assertEquals(List.of(), part.blocks(PageWorld.reader(coordinator), "information-support"));
    }
}
