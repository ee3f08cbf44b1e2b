package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stipend for large families: whoever is none any more on the first day of the month is not paid. */
@BothEngines(RecordTables.class)
class UnmetTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Stipends stipends;
    private final RecordWorld world;

    UnmetTest(TestDatabase database) {
        world = new RecordWorld(
                database,
                new Measures.Installed(
                        Resolution997.clause(14),
                        "test",
                        "1",
                        Reach.EVERY_REGION,
                        List.of(),
                        List.of(AwardType.of(
                                        "monthly", Criterion.category(Category.LARGE_FAMILY), Quota.NONE, Limit.ANY)
                                .when(Rule.monthly())),
                        List.of(),
                        List.of()));
        stipends = new Stipends(world);
    }

    @BeforeEach
    void nobody() {
        world.database.run(tx -> tx.update("update award set state = 'REFUSED'", Map.of()));
    }

    /** @param until null while it lasts */
    private long of(LocalDate until) {
        long child = world.child(RecordWorld.VILLAGE);
        Map<String, Object> row = new HashMap<>();
        row.put("id", world.database.nextId());
        row.put("child", child);
        row.put("from", LocalDate.of(2025, 1, 1));
        row.put("until", until);
        world.database.run(tx -> tx.update(
                "insert into child_category (id, child_id, category, valid_from, valid_to)"
                        + " values (:id, :child, 'LARGE_FAMILY', :from, :until)",
                row));
        return stipends.issued(child);
    }

    private RunPreview preview(Which which) {
        return stipends.runs.preview(stipends.proposer, Stipends.CODE, Stipends.march(), which, Stipends.ALL);
    }

    private static List<Long> awards(RunPreview preview) {
        return preview.lines().items().stream().map(RunLine::awardId).toList();
    }

    @Test
    void whoseCategoryEndedBeforeTheFirstDayIsNotPaidAndIsTold() {
        long lasting = of(null);
        long lastDay = of(FIRST);
        long over = of(FIRST.minusDays(1));
        RunPreview all = preview(Which.ALL);
        assertEquals(List.of(lasting, lastDay, over), awards(all));
        assertEquals(2, all.due());
        assertEquals(new java.math.BigDecimal("100000.00"), all.total());
        assertEquals(1, all.stopped());
        assertEquals(List.of(lasting, lastDay), awards(preview(Which.DUE)));
        assertEquals(List.of(over), awards(preview(Which.STOPPED)));

        RunLine line = all.lines().items().get(2);
        assertEquals(Verdict.NOT_ENTITLED, line.verdict());
        assertEquals(1, line.objections().size(), "with what is not met");
        String objection =
                TestTexts.ofClassPath().text(Language.RU, line.objections().get(0));
        assertTrue(objection.length() > 10 && !objection.startsWith("["), objection);

        PaymentRun run = stipends.propose(Stipends.march());
        assertEquals(2, run.lines());
        assertEquals(2, stipends.approve(run).run().lines());
        assertEquals(0, world.number("select count(*) from payment where award_id = :id", Map.of("id", over)));
    }

    @Test
    void whoLosesTheCategoryAfterTheProposalIsDroppedAtTheApproval() {
        of(null);
        long losing = of(null);
        PaymentRun run = stipends.propose(Stipends.march());
        world.database.run(tx -> tx.update(
                "update child_category set valid_to = :day where child_id = (select child_id from award where id = :award)",
                Map.of("day", FIRST.minusDays(1), "award", losing)));
        RunDecisions.Decided decided = stipends.approve(run);
        assertEquals(
                List.of(losing),
                decided.dropped().stream().map(RunLine::awardId).toList());
        assertEquals(Verdict.NOT_ENTITLED, decided.dropped().get(0).verdict());
        assertEquals(5_000_000, stipends.paid("sum(amount)", run.id()));
    }

    @Test
    void aRunOfNobodyButSuchIsNotProposed() {
        of(FIRST.minusDays(1));
        Refusal.of(Kind.CONFLICT, "payment-run.nobody", () -> stipends.propose(Stipends.march()));
    }

    @Test
    void pagesOfTheStoppedLeaveNobodyOut() {
        for (int i = 0; i < 3; i++) {
            of(null);
            of(FIRST.minusDays(1));
        }
        List<Long> whole = awards(preview(Which.STOPPED));
        assertEquals(3, whole.size());
        Paging two = Paging.of(2, "");
        RunPreview page = stipends.runs.preview(stipends.proposer, Stipends.CODE, Stipends.march(), Which.STOPPED, two);
        RunPreview rest = stipends.runs.preview(
                stipends.proposer,
                Stipends.CODE,
                Stipends.march(),
                Which.STOPPED,
                Paging.of(2, page.lines().next()));
        assertEquals(whole.subList(0, 2), awards(page));
        assertEquals(whole.subList(2, 3), awards(rest));
    }
}
