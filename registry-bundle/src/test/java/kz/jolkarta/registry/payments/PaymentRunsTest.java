package kz.jolkarta.registry.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.ConstraintViolation;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PaymentRunsTest {
    private final Stipends stipends;
    private final RecordWorld world;

    PaymentRunsTest(TestDatabase database) {
        stipends = Stipends.in(database);
        world = stipends.world;
    }

    private static BigDecimal tenge(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void aProposalPaysNobodyAndAnApprovalByAnotherPersonPaysEveryLine() {
        stipends.issued();
        stipends.issued();
        PaymentRun proposed = stipends.propose(Stipends.march());
        assertEquals(RunState.PROPOSED, proposed.state());
        assertEquals(0, stipends.paid("count(*)", proposed.id()));

        RunDecisions.Decided decided = stipends.approve(proposed);
        PaymentRun run = decided.run();
        assertEquals(RunState.APPROVED, run.state());
        assertEquals(2, run.lines());
        assertEquals(tenge("100000.00"), run.total());
        assertEquals(10_000_000, stipends.lines("sum(amount)", run.id()));
        assertEquals(10_000_000, stipends.paid("sum(amount)", run.id()));
        assertEquals(List.of(), decided.dropped());
        assertEquals(2L, run.decidedBy());
        long audited =
                world.audited.stream().filter(e -> e.kind().equals("payment")).count();
        assertEquals(2, audited);
        assertTrue(world.audited.stream()
                .anyMatch(
                        e -> e.kind().equals("payment-run") && e.action().name().equals("APPROVE")));
    }

    @Test
    void whoProposedARunDoesNotDecideOnIt() {
        stipends.issued();
        PaymentRun run = stipends.propose(Stipends.march());
        User both = RecordWorld.user(stipends.proposer.id(), RecordWorld.REGION, Role.COORDINATOR, Role.APPROVER);
        Problem refused =
                Refusal.of(Kind.FORBIDDEN, "payment-run.own", () -> stipends.decide(both, run, "approve", ""));
        assertTold(
                refused,
                "Ведомосты ұсынған адам ол бойынша шешім қабылдамайды: шешімді басқа бекітуші қабылдайды.",
                "Кто предложил ведомость, тот по ней не решает: решение принимает другой утверждающий.",
                "Who proposed a payment run does not decide on it: another approver does.");
        ConstraintViolation held = assertThrows(
                ConstraintViolation.class,
                () -> world.database.run(tx -> tx.update(
                        "update payment_run set state = 'APPROVED', decided_by = proposed_by where id = :id",
                        Map.of("id", run.id()))));
        assertEquals(ConstraintViolation.Kind.CHECK, held.kind());
        assertEquals(RunState.APPROVED, stipends.approve(run).run().state());
    }

    private static void assertTold(Problem problem, String kk, String ru, String en) {
        Map<Language, String> expected = Map.of(Language.KK, kk, Language.RU, ru, Language.EN, en);
        var message = problem.fields().isEmpty()
                ? problem.message()
                : problem.fields().get(0).message();
        expected.forEach(
                (language, text) -> assertEquals(text, TestTexts.ofClassPath().text(language, message)));
    }

    @Test
    void theFirstDayOfTheMonthDecidesWhoIsPaidAndThePreviewSaysWhyNot() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        Map<Long, Verdict> expected = new HashMap<>();
        expected.put(stipends.issued(), Verdict.DUE);
        expected.put(with(Map.of("from", first)), Verdict.DUE);
        expected.put(with(Map.of("from", first.plusDays(1))), Verdict.NOT_BEGUN);
        expected.put(with(Map.of("to", first)), Verdict.DUE);
        expected.put(with(Map.of("to", first.minusDays(1))), Verdict.OVER);
        expected.put(with(Map.of("state", "ENDED")), Verdict.ENDED);
        expected.put(with(Map.of("state", "RETURNED")), Verdict.RETURNED);
        expected.put(with(Map.of("state", "APPROVED")), Verdict.NOT_ISSUED);
        expected.put(with(Map.of("source", "LOCAL_BUDGET")), Verdict.DUE);
        expected.put(with(Map.of("source", "OFF_BUDGET")), Verdict.OTHER_SOURCE);
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("amount", null);
        expected.put(with(nothing), Verdict.NO_AMOUNT);
        expected.put(ofChild("left_on", first.minusDays(1)), Verdict.LEFT);
        expected.put(ofChild("left_on", first), Verdict.DUE);
        expected.put(ofChild("state", "LEFT"), Verdict.LEFT);
        expected.put(ofChild("state", "ARCHIVED"), Verdict.ARCHIVED);
        expected.put(ofChild("territory", RecordWorld.ELSEWHERE), Verdict.MOVED);
        expected.put(ofChild("territory", RecordWorld.CITY), Verdict.DUE);

        RunPreview preview = stipends.preview(Stipends.march());
        Map<Long, Verdict> found = new HashMap<>();
        preview.lines().items().forEach(line -> found.put(line.awardId(), line.verdict()));
        assertEquals(expected, found);
        assertEquals(6, preview.due());
        assertEquals(tenge("300000.00"), preview.total());
        assertEquals(11, preview.stopped());
        assertEquals(
                6,
                stipends.runs
                        .preview(stipends.proposer, Stipends.CODE, Stipends.march(), Which.DUE, Stipends.ALL)
                        .lines()
                        .items()
                        .size());
        assertEquals(
                0,
                world.number(
                        "select count(*) from payment_run_line l join award a on a.id = l.award_id where a.state <> 'REFUSED'",
                        Map.of()));
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.DUE) {
                for (Language language : Language.values()) {
                    String text = TestTexts.ofClassPath().text(language, verdict.message());
                    assertTrue(!text.startsWith("["), verdict + " in " + language);
                }
            }
        }
    }

    private long with(Map<String, Object> other) {
        return stipends.with(world.child(RecordWorld.VILLAGE), other);
    }

    private long ofChild(String column, Object value) {
        long child = world.child(RecordWorld.VILLAGE);
        stipends.set("child", child, column, value);
        return stipends.issued(child);
    }

    @Test
    void aMonthIsPaidOnceAndAgainOnlyAfterItsPaymentWasReversed() {
        long award = stipends.issued();
        PaymentRun run = stipends.propose(Stipends.march());
        stipends.approve(run);
        Problem twice = Refusal.of(Kind.CONFLICT, "payment-run.nobody", () -> stipends.propose(Stipends.march()));
        assertTold(
                twice,
                "2026-03 айы үшін төлем алатын ешкім жоқ: себебін алдын ала қарау көрсетеді.",
                "За 2026-03 платить некому: причины показывает предварительный просмотр.",
                "Nobody is to be paid for 2026-03: the preview shows why.");
        assertEquals(
                Verdict.PAID,
                stipends.preview(Stipends.march()).lines().items().get(0).verdict());

        Payment payment = stipends.payments
                .list(stipends.approver, Stipends.CODE, Optional.empty(), Optional.of(award), Stipends.ALL)
                .items()
                .get(0);
        assertEquals(run.id(), payment.runId());
        stipends.payments.reverse(stipends.approver, Stipends.CODE, payment.id());
        stipends.approve(stipends.propose(Stipends.march()));
        assertEquals(
                5_000_000, world.number("select sum(amount) from payment where award_id = :id", Map.of("id", award)));
        Refusal.of(Kind.CONFLICT, "payment-run.nobody", () -> stipends.propose(Stipends.march()));
    }

    @Test
    void whoStoppedOrWhoseAmountChangedAfterTheProposalIsDroppedAndNamed() {
        long child = world.child(RecordWorld.VILLAGE);
        long left = stipends.issued(child);
        long raised = stipends.issued();
        stipends.issued();
        PaymentRun proposed = stipends.propose(Stipends.march());
        stipends.set("child", child, "left_on", LocalDate.of(2026, 2, 1));
        stipends.set("award", raised, "amount", 9_000_000L);
        long late = stipends.issued();

        RunDecisions.Decided decided = stipends.approve(proposed);
        Map<Long, Verdict> dropped = new HashMap<>();
        decided.dropped().forEach(line -> dropped.put(line.awardId(), line.verdict()));
        assertEquals(Map.of(left, Verdict.LEFT, raised, Verdict.AMOUNT_CHANGED), dropped);
        assertEquals(1, decided.run().lines());
        assertEquals(tenge("50000.00"), decided.run().total());
        assertEquals(5_000_000, stipends.paid("sum(amount)", proposed.id()));
        assertEquals(5_000_000, stipends.lines("sum(amount)", proposed.id()));
        assertEquals(0, world.number("select count(*) from payment where award_id = :id", Map.of("id", late)));
        List<RunLine> lines = stipends.runs
                .lines(stipends.proposer, Stipends.CODE, proposed.id(), Stipends.ALL)
                .items();
        assertEquals(3, lines.size());
    }

    @Test
    void aRunInWhichNobodyIsLeftIsNotApprovedButRejectedWithAReason() {
        long award = stipends.issued();
        PaymentRun run = stipends.propose(Stipends.march());
        stipends.set("award", award, "state", "RETURNED");
        Refusal.of(Kind.CONFLICT, "payment-run.nobody-left", () -> stipends.approve(run));
        Refusal.of(Kind.INVALID, "record.required", () -> stipends.decide(stipends.approver, run, "reject", " "));
        PaymentRun rejected =
                stipends.decide(stipends.approver, run, "reject", "қайтарылды").run();
        assertEquals(RunState.REJECTED, rejected.state());
        assertEquals("қайтарылды", rejected.reason());
        Problem settled = Refusal.of(Kind.CONFLICT, "payment-run.decided", () -> stipends.approve(run));
        assertTold(
                settled,
                "Бұл ведомость бойынша шешім қабылданған: қабылданбаған.",
                "По этой ведомости решение уже принято: отклонена.",
                "This payment run is already decided: rejected.");
    }

    @Test
    void anAmountInTheIndexFollowsTheIndexOfTheFirstDayOfTheMonth() {
        Map<String, Object> fiveIndices = new HashMap<>();
        fiveIndices.put("amount", null);
        fiveIndices.put("index", 500);
        fiveIndices.put("to", null);
        with(fiveIndices);
        assertEquals(tenge("19660.00"), stipends.preview(Stipends.of("2025-12")).total());
        assertEquals(tenge("21625.00"), stipends.preview(Stipends.of("2026-01")).total());
        PaymentRun run = stipends.propose(Stipends.of("2026-01"));
        stipends.approve(run);
        assertEquals(2_162_500, stipends.paid("sum(amount)", run.id()));
    }

    @Test
    void aMonthToComeAndAKindThatIsNotMonthlyAreRefused() {
        stipends.issued();
        Problem future =
                Refusal.of(Kind.INVALID, "payment-run.month-range", () -> stipends.preview(Stipends.of("2026-04")));
        assertTold(
                future,
                "Ай 2020-01 мен 2026-03 аралығында болуға тиіс.",
                "Месяц должен быть от 2020-01 до 2026-03.",
                "The month must be from 2020-01 to 2026-03.");
        Refusal.of(Kind.INVALID, "payment-run.month", () -> stipends.preview(Stipends.of("март")));
        RunInput once = new RunInput("help", "2026-03", RecordWorld.REGION, FundingSource.LOCAL_BUDGET);
        Refusal.of(Kind.INVALID, "payment-run.not-monthly", () -> stipends.propose(once));
        RunInput unlawful = new RunInput("monthly", "2026-03", RecordWorld.REGION, FundingSource.REPUBLICAN_BUDGET);
        Refusal.of(Kind.INVALID, "record.source-unlawful", () -> stipends.propose(unlawful));
    }

    @Test
    void aStipendIsNotPaidBesideTheRuns() {
        long award = stipends.issued();
        PaymentInput single =
                new PaymentInput(award, null, null, tenge("5"), FundingSource.LOCAL_BUDGET, RecordWorld.TODAY, null);
        Problem refused = Refusal.of(
                Kind.CONFLICT, "payment.by-run", () -> stipends.payments.pay(stipends.approver, Stipends.CODE, single));
        assertTold(
                refused,
                "Қолдаудың бұл түрі ай сайын төлем ведомосі бойынша төленеді: ведомость ұсыныңыз (payment-runs).",
                "Этот вид поддержки выплачивается ежемесячно по ведомости: предложите ведомость выплат (payment-runs).",
                "This kind is paid month by month by a payment run: propose one (payment-runs).");
    }

    @Test
    void runsLieWithinTheCallersTerritoryAndEachStepNeedsItsRight() {
        stipends.issued();
        PaymentRun run = stipends.propose(Stipends.march());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> stipends.runs.propose(stipends.approver, Stipends.CODE, Stipends.march()));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> stipends.decide(RecordWorld.user(3, RecordWorld.REGION, Role.COORDINATOR), run, "approve", ""));
        User stranger = RecordWorld.user(3, "610000000", Role.COORDINATOR, Role.APPROVER);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> stipends.decide(stranger, run, "approve", ""));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> stipends.runs.lines(stranger, Stipends.CODE, run.id(), Stipends.ALL));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> stipends.runs.propose(stranger, Stipends.CODE, Stipends.march()));
        User district = RecordWorld.user(3, RecordWorld.DISTRICT, Role.APPROVER);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> stipends.decide(district, run, "approve", ""));
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> stipends.decisions.decide(
                        stipends.approver, Stipends.CODE, run.id(), OptionalInt.of(9), new RunDecision("approve", "")));
    }

    @Test
    void namesAreShownOnlyToWhoMaySeeChildren() {
        stipends.issued();
        PaymentRun run = stipends.propose(Stipends.march());
        RunLine shown = stipends.runs
                .lines(stipends.proposer, Stipends.CODE, run.id(), Stipends.ALL)
                .items()
                .get(0);
        assertNotNull(shown.name());
        User administrator = RecordWorld.user(5, RecordWorld.REGION, Role.ADMINISTRATOR);
        RunLine hidden = stipends.runs
                .lines(administrator, Stipends.CODE, run.id(), Stipends.ALL)
                .items()
                .get(0);
        assertNull(hidden.name());
        stipends.runs
                .export(stipends.approver, Stipends.CODE, run.id())
                .each(line -> assertNull(line.name(), "an approver exports no names"));
    }

    @Test
    void aPreviewIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            stipends.issued();
        }
        Paging first = Paging.of(3, "");
        RunPreview page = stipends.runs.preview(stipends.proposer, Stipends.CODE, Stipends.march(), Which.ALL, first);
        assertEquals(3, page.lines().items().size());
        assertEquals(5, page.due());
        Paging second = Paging.of(3, page.lines().next());
        RunPreview rest = stipends.runs.preview(stipends.proposer, Stipends.CODE, Stipends.march(), Which.ALL, second);
        assertEquals(2, rest.lines().items().size());
        assertEquals("", rest.lines().next());
    }
}
