package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Member;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class VoucherQueueTest {
    private static final String CAMPS = "health-camps";
    private static final Paging FIRST = Paging.of(null, "");

    private final RecordWorld world;
    private final Quotas quotas;
    private final Awards awards;
    private final Allocations allocations;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final User ministry = RecordWorld.coordinator("");

    VoucherQueueTest(TestDatabase database) {
        world = new RecordWorld(database);
        quotas = new Quotas(world.ledger);
        awards = new Awards(world.ledger, quotas);
        allocations = new Allocations(world.ledger);
    }

    @BeforeEach
    void noQuotas() {
        world.database.run(tx -> {
            tx.update("delete from award", Map.of());
            tx.update("delete from quota", Map.of());
        });
    }

    private Quota cap(int cap) {
        return quotas.set(
                coordinator, CAMPS, OptionalInt.empty(), new QuotaInput("voucher", RecordWorld.REGION, 2026, cap));
    }

    private Award commissioned(String type) {
        world.clock.advance(Duration.ofMinutes(1));
        long child = world.child(RecordWorld.VILLAGE);
        AwardInput input =
                new AwardInput(type, child, null, 2026, null, null, null, null, null, null, null, null, null, Map.of());
        return move(awards.create(ministry, CAMPS, input), "commission");
    }

    private Award move(Award award, String state) {
        return awards.move(ministry, CAMPS, award.id(), OptionalInt.empty(), new StateChange(state, "Бас тартты"));
    }

    private Award read(Award award) {
        return awards.get(coordinator, CAMPS, award.id());
    }

    @Test
    void whoFindsNoPlaceStaysWithTheCommissionAndIsToldTheTurn() {
        cap(1);
        Award placed = move(commissioned("voucher"), "approved");
        assertEquals(AwardState.APPROVED, placed.state());
        assertNull(placed.waitingSince());
        Award first = move(commissioned("voucher"), "approved");
        Award second = move(commissioned("voucher"), "approved");
        assertEquals(AwardState.COMMISSION, first.state());
        assertEquals(world.clock.now(), second.waitingSince());
        assertEquals(1, first.queuePlace());
        assertEquals(2, second.queuePlace());
        AwardFilter all = AwardResource.filter("2026", "voucher", "", "", "", "", "", "id");
        assertEquals(
                List.of("null", "1", "2"),
                awards.list(coordinator, CAMPS, all, FIRST).items().stream()
                        .map(a -> String.valueOf(a.queuePlace()))
                        .toList());
        assertEquals(second, move(second, "approved"), "asking again changes nothing");
    }

    @Test
    void aVoucherGivenBackIsTheFirstOnesInTheSameMoment() {
        cap(1);
        Award placed = move(move(commissioned("voucher"), "approved"), "issued");
        Award first = move(commissioned("voucher"), "approved");
        Award second = move(commissioned("voucher"), "approved");
        move(placed, "returned");
        assertEquals(AwardState.APPROVED, read(first).state());
        assertNull(read(first).waitingSince());
        assertEquals(1, read(second).queuePlace());
        assertTrue(world.audited.stream()
                .anyMatch(e -> e.action() == Action.APPROVE
                        && e.id() == first.id()
                        && e.detail().equals("COMMISSION > APPROVED: queue")));
        assertEquals(
                1, quotas.list(coordinator, CAMPS, Optional.of(2026)).get(0).used());
    }

    @Test
    void aRaisedQuotaCallsAsManyAsItHasPlaces() {
        Quota quota = cap(1);
        move(commissioned("voucher"), "approved");
        Award first = move(commissioned("voucher"), "approved");
        Award second = move(commissioned("voucher"), "approved");
        Award third = move(commissioned("voucher"), "approved");
        Quota raised = quotas.set(
                coordinator,
                CAMPS,
                OptionalInt.of(quota.version()),
                new QuotaInput("voucher", RecordWorld.REGION, 2026, 3));
        assertEquals(3, raised.used());
        assertEquals(AwardState.APPROVED, read(first).state());
        assertEquals(AwardState.APPROVED, read(second).state());
        assertEquals(1, read(third).queuePlace());
        assertTrue(
                allocations.replay(coordinator, CAMPS, Pool.quota(quota.id())).same());
    }

    @Test
    void whoAppliedEarlierGoesFirstEvenWhenTheCommissionDecidedLater() {
        cap(1);
        Award early = commissioned("voucher");
        Award placed = move(commissioned("voucher"), "approved");
        Award late = move(commissioned("voucher"), "approved");
        assertEquals(1, late.queuePlace());
        assertEquals(1, move(early, "approved").queuePlace());
        assertEquals(2, read(late).queuePlace());
        move(placed, "refused");
        assertEquals(AwardState.APPROVED, read(early).state());
        assertEquals(AwardState.COMMISSION, read(late).state());
    }

    @Test
    void whoIsRefusedWhileWaitingLeavesTheQueue() {
        Quota quota = cap(1);
        Award placed = move(commissioned("voucher"), "approved");
        Award first = move(commissioned("voucher"), "approved");
        Award second = move(commissioned("voucher"), "approved");
        move(first, "refused");
        assertEquals(1, read(second).queuePlace());
        move(placed, "refused");
        assertEquals(AwardState.APPROVED, read(second).state());
        assertEquals(AwardState.REFUSED, read(first).state());
        assertTrue(
                allocations.replay(coordinator, CAMPS, Pool.quota(quota.id())).same());
    }

    @Test
    void aKindWithoutAQueueRefusesWhatFindsNoPlace() {
        quotas.set(ministry, CAMPS, OptionalInt.empty(), new QuotaInput("visit", RecordWorld.REGION, 2026, 1));
        move(commissioned("visit"), "approved");
        Award second = commissioned("visit");
        Refusal.of(Kind.CONFLICT, "quota.exhausted", () -> move(second, "approved"));
        assertNull(read(second).waitingSince());
    }

    @Test
    void noCapIsSetAboveTheMostThatTheKindAllows() {
        QuotaInput most = new QuotaInput("honour", "", 2026, 5);
        QuotaInput more = new QuotaInput("honour", "", 2026, 6);
        Problem problem = Refusal.of(
                Kind.INVALID, "quota.above-most", () -> quotas.set(ministry, CAMPS, OptionalInt.empty(), more));
        assertEquals(5, quotas.set(ministry, CAMPS, OptionalInt.empty(), most).cap());
        assertEquals("Бұл түрге ең көбі 5 орын белгіленеді.", told(Language.KK, problem));
        assertEquals("Для этого вида устанавливается не более 5 мест.", told(Language.RU, problem));
        assertEquals("At most 5 places are set for this kind.", told(Language.EN, problem));
    }

    private static String told(Language language, Problem problem) {
        return TestTexts.ofClassPath().text(language, problem.fields().get(0).message());
    }

    @Test
    void aNationalCapHoldsWithoutAQuotaBeingSet() {
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    AwardState.APPROVED,
                    move(commissioned("honour"), "approved").state());
        }
        Award sixth = commissioned("honour");
        Problem full = Refusal.of(Kind.CONFLICT, "quota.exhausted", () -> move(sixth, "approved"));
        assertEquals(List.of(5), full.message().args());
        assertEquals(5, quotas.list(ministry, CAMPS, Optional.of(2026)).get(0).cap());
    }

    @Test
    void anotherRegionSeesNothingOfAQuotaAndNamesNeedTheirRight() {
        Pool pool = Pool.quota(cap(1).id());
        move(commissioned("voucher"), "approved");
        move(commissioned("voucher"), "approved");
        User elsewhere = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> allocations.view(elsewhere, CAMPS, pool, FIRST));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> allocations.replay(elsewhere, CAMPS, pool));
        Refusal.of(
                Kind.NOT_FOUND, "problem.not-found", () -> allocations.view(coordinator, "technoparks", pool, FIRST));

        Allocations.View seen = allocations.view(coordinator, CAMPS, pool, FIRST);
        assertEquals("Сынақов Әлихан", seen.waiting().get(0).name());
        assertEquals(List.of(1L, 1L), List.of((long) seen.standing().taken(), seen.waits()));
        assertEquals(5, seen.events().items().size(), "places, applied, placed, applied, waiting");

        Member withoutName = allocations
                .view(
                        new User(7, "u7", Map.of(Right.RECORDS_READ, Scope.of(RecordWorld.REGION)), Language.KK),
                        CAMPS,
                        pool,
                        FIRST)
                .waiting()
                .get(0);
        assertNull(withoutName.name());
        assertNotNull(withoutName.childId());
        Member withoutPerson = allocations
                .view(RecordWorld.coordinator(RecordWorld.CITY), CAMPS, pool, FIRST)
                .waiting()
                .get(0);
        assertNull(withoutPerson.childId());
        assertEquals(1, withoutPerson.place());
    }

    @Test
    void eventsArePaged() {
        Pool pool = Pool.quota(cap(1).id());
        move(commissioned("voucher"), "approved");
        var first = allocations.view(coordinator, CAMPS, pool, Paging.of(2, "")).events();
        assertEquals(2, first.items().size());
        var second = allocations
                .view(coordinator, CAMPS, pool, Paging.of(2, first.next()))
                .events();
        assertEquals(List.of(3), second.items().stream().map(e -> e.sequence()).toList());
        assertEquals("", second.next());
    }
}
