package kz.jolkarta.registry.awards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class AwardsTest {
    private static final String CAMPS = "health-camps";

    private final RecordWorld world;
    private final Quotas quotas;
    private final Awards awards;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    AwardsTest(TestDatabase database) {
        world = new RecordWorld(database);
        quotas = new Quotas(world.ledger);
        awards = new Awards(world.ledger, quotas);
    }

    @BeforeEach
    void noQuotas() {
        world.database.run(tx -> {
            tx.update("update award set quota_id = null", Map.of());
            tx.update("delete from quota", Map.of());
        });
    }

    private static AwardInput input(String type, long child) {
        LocalDate from = LocalDate.of(2026, 6, 10);
        return new AwardInput(
                type,
                child,
                null,
                null,
                new BigDecimal("185000.5"),
                null,
                FundingSource.LOCAL_BUDGET,
                "АТ-17",
                "Жайық лагері",
                from,
                from.plusDays(10),
                null,
                null,
                Map.of());
    }

    private Award propose(String type, long child) {
        return awards.create(coordinator, CAMPS, input(type, child));
    }

    private Award move(Award award, String state, String reason) {
        return awards.move(coordinator, CAMPS, award.id(), OptionalInt.empty(), new StateChange(state, reason));
    }

    private Award approved(String type) {
        return move(move(propose(type, world.child(RecordWorld.VILLAGE)), "commission", ""), "approved", "");
    }

    private Quota cap(String type, int cap) {
        return quotas.set(coordinator, CAMPS, OptionalInt.empty(), new QuotaInput(type, RecordWorld.REGION, 2026, cap));
    }

    private int used(String type) {
        return quotas.list(coordinator, CAMPS, Optional.of(2026)).stream()
                .filter(q -> q.type().equals(type))
                .findFirst()
                .orElseThrow()
                .used();
    }

    @Test
    void aVoucherGoesFromProposalToUseAndKeepsItsPlace() {
        cap("camp", 1);
        Award award = propose("camp", world.child(RecordWorld.VILLAGE));
        assertEquals(AwardState.PROPOSED, award.state());
        assertEquals(2026, award.year());
        assertEquals(new BigDecimal("185000.50"), award.amount());
        assertEquals(RecordWorld.VILLAGE, award.territory());
        assertEquals("Сынақов Әлихан", award.name());
        move(award, "commission", "");
        assertEquals(0, used("camp"));
        move(award, "approved", "");
        assertEquals(1, used("camp"));
        move(award, "issued", "");
        assertEquals(AwardState.ENDED, move(award, "ended", "").state());
        assertEquals(1, used("camp"));
        assertTrue(world.audited.stream().anyMatch(e -> e.action() == Action.APPROVE && e.id() == award.id()));
    }

    @Test
    void aReturnedVoucherFreesItsPlaceAndTheChild() {
        cap("camp", 1);
        Award award = move(approved("camp"), "issued", "");
        Award second = move(propose("camp", world.child(RecordWorld.CITY)), "commission", "");
        Problem full = Refusal.of(Kind.CONFLICT, "quota.exhausted", () -> move(second, "approved", ""));
        assertEquals(List.of(1), full.message().args());
        assertEquals(
                AwardState.COMMISSION,
                awards.get(coordinator, CAMPS, second.id()).state());

        Refusal.of(Kind.INVALID, "record.reason-needed", () -> move(award, "returned", ""));
        move(award, "returned", "Ауырып қалды");
        assertEquals(0, used("camp"));
        move(second, "approved", "");
        assertEquals(1, used("camp"));
        assertEquals(AwardState.PROPOSED, propose("camp", award.childId()).state());
    }

    @Test
    void anApprovedOneThatIsRefusedFreesItsPlace() {
        cap("visit", 1);
        Award award = approved("visit");
        move(award, "refused", "Құжаттар толық емес");
        assertEquals(0, used("visit"));
    }

    @Test
    void approvingNeedsAQuota() {
        Award award = move(propose("camp", world.child(RecordWorld.VILLAGE)), "commission", "");
        Refusal.of(Kind.CONFLICT, "quota.missing", () -> move(award, "approved", ""));
    }

    @Test
    void oneVoucherOfAKindAYear() {
        long child = world.child(RecordWorld.VILLAGE);
        Award first = propose("camp", child);
        Problem second = Refusal.of(Kind.CONFLICT, "award.held", () -> propose("camp", child));
        assertEquals(first.id(), second.details().get("held"));
        move(first, "refused", "Қате жазба");
        propose("camp", child);
    }

    @Test
    void whatMayBeHeldAgainAtOnceIsFreedByItsEndAndWhatIsGivenOnceIsNot() {
        long child = world.child(RecordWorld.VILLAGE);
        Award help = move(move(move(propose("help", child), "commission", ""), "approved", ""), "issued", "");
        Refusal.of(Kind.CONFLICT, "award.held", () -> propose("help", child));
        move(help, "ended", "");
        propose("help", child);

        User ministry = RecordWorld.coordinator("");
        quotas.set(ministry, CAMPS, OptionalInt.empty(), new QuotaInput("title", "", 2026, 5));
        Award title = move(propose("title", child), "commission", "");
        for (String next : List.of("approved", "issued", "ended")) {
            awards.move(ministry, CAMPS, title.id(), OptionalInt.empty(), new StateChange(next, ""));
        }
        Refusal.of(Kind.CONFLICT, "award.held", () -> propose("title", child));
    }

    @Test
    void aChildWhoDoesNotMeetTheCriterionIsRefusedWithTheObjections() {
        long child = world.childWithoutTalent(RecordWorld.VILLAGE);
        Unentitled refused = assertThrows(Unentitled.class, () -> propose("camp", child));
        assertFalse(refused.objections().isEmpty());
    }

    @Test
    void moneyComesFromALawfulSource() {
        long child = world.child(RecordWorld.VILLAGE);
        AwardInput sponsored = new AwardInput(
                "camp",
                child,
                null,
                null,
                BigDecimal.TEN,
                null,
                FundingSource.OFF_BUDGET,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Refusal.of(Kind.INVALID, "record.source-unlawful", () -> awards.create(coordinator, CAMPS, sponsored));
        AwardInput unsourced = new AwardInput(
                "camp", child, null, null, BigDecimal.TEN, null, null, null, null, null, null, null, null, null);
        Refusal.of(Kind.INVALID, "record.source-needed", () -> awards.create(coordinator, CAMPS, unsourced));
    }

    @Test
    void onlyAnApproverApproves() {
        cap("camp", 5);
        Award award = move(propose("camp", world.child(RecordWorld.VILLAGE)), "commission", "");
        User keeper = RecordWorld.user(7, RecordWorld.REGION, Role.COORDINATOR);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> awards.move(keeper, CAMPS, award.id(), OptionalInt.empty(), new StateChange("approved", "")));
        assertEquals(0, used("camp"));
    }

    @Test
    void anotherRegionsAwardsAndChildrenAreUnknown() {
        Award award = propose("visit", world.child(RecordWorld.VILLAGE));
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> awards.get(stranger, CAMPS, award.id()));
        Refusal.of(
                Kind.INVALID,
                "record.child-unknown",
                () -> awards.create(stranger, CAMPS, input("visit", award.childId())));
        Refusal.of(
                Kind.INVALID,
                "record.child-unknown",
                () -> awards.create(stranger, CAMPS, input("visit", 987_654_321L)));
    }

    @Test
    void aCapIsNotSetBelowWhatIsTakenNorOverSomebodyElsesChange() {
        Quota quota = cap("visit", 3);
        approved("visit");
        approved("visit");
        QuotaInput lower = new QuotaInput("visit", RecordWorld.REGION, 2026, 1);
        Refusal.of(
                Kind.PRECONDITION_REQUIRED,
                "problem.if-match-missing",
                () -> quotas.set(coordinator, CAMPS, OptionalInt.empty(), lower));
        OptionalInt seen = OptionalInt.of(quota.version());
        Refusal.of(Kind.CONFLICT, "quota.below-used", () -> quotas.set(coordinator, CAMPS, seen, lower));
        Quota raised = quotas.set(coordinator, CAMPS, seen, new QuotaInput("visit", RecordWorld.REGION, 2026, 4));
        assertEquals(2, raised.free());
        Refusal.of(Kind.STALE, "problem.stale", () -> quotas.set(coordinator, CAMPS, seen, lower));
    }

    @Test
    void aDistrictSeesTheCapOfItsRegionButDoesNotSetIt() {
        cap("visit", 3);
        User district = RecordWorld.coordinator(RecordWorld.DISTRICT);
        assertEquals(1, quotas.list(district, CAMPS, Optional.empty()).size());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> quotas.set(
                        district, CAMPS, OptionalInt.empty(), new QuotaInput("camp", RecordWorld.REGION, 2026, 3)));
    }

    @Test
    void aListIsFilteredByStateYearAndDocument() {
        Award award = propose("visit", world.child(RecordWorld.VILLAGE));
        Paging first = Paging.of(200, "");
        assertTrue(awards.list(coordinator, CAMPS, filter("2026", "proposed", "АТ-1"), first).items().stream()
                .anyMatch(a -> a.id() == award.id()));
        assertTrue(awards.list(coordinator, CAMPS, filter("2025", "", ""), first)
                .items()
                .isEmpty());
        assertTrue(awards.list(coordinator, CAMPS, filter("", "", "%"), first)
                .items()
                .isEmpty());
    }

    private static AwardFilter filter(String year, String state, String q) {
        return AwardResource.filter(year, "", state, "", "", "", q, "");
    }

    @Test
    void aStaleEditTellsTheDifference() {
        Award award = propose("visit", world.child(RecordWorld.VILLAGE));
        AwardInput theirs = input("visit", award.childId());
        AwardInput mine = new AwardInput(
                "visit",
                award.childId(),
                null,
                2026,
                theirs.amount(),
                null,
                theirs.source(),
                "АТ-18",
                theirs.place(),
                theirs.from(),
                theirs.to(),
                null,
                null,
                Map.of());
        assertEquals(
                "АТ-18",
                awards.update(coordinator, CAMPS, award.id(), award.version(), mine)
                        .documentNumber());
        Problem stale = Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> awards.update(coordinator, CAMPS, award.id(), award.version(), theirs));
        assertTrue(stale.details().get("difference").toString().contains("АТ-18"));
    }
}
