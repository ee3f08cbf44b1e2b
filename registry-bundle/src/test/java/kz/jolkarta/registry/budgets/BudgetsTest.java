package kz.jolkarta.registry.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.payments.Payment;
import kz.jolkarta.registry.payments.PaymentInput;
import kz.jolkarta.registry.payments.Payments;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class BudgetsTest {
    private static final String CODE = "stipends";

    private final RecordWorld world;
    private final Budgets budgets;
    private final Payments payments;
    private final User user = RecordWorld.coordinator(RecordWorld.REGION);

    BudgetsTest(TestDatabase database) {
        world = new RecordWorld(database, new Nineteen());
        budgets = new Budgets(world.ledger);
        payments = new Payments(world.ledger);
        for (String table : List.of("payment", "payment_run_line", "payment_run", "award", "deliverable", "budget")) {
            database.run(tx -> tx.update("delete from " + table, Map.of()));
        }
    }

    private static BigDecimal tenge(String amount) {
        return new BigDecimal(amount);
    }

    private static BudgetInput planned(String territory, String amount) {
        return new BudgetInput(territory, FundingSource.LOCAL_BUDGET, 2026, tenge(amount));
    }

    private Budget set(String territory, String amount) {
        return budgets.set(user, CODE, OptionalInt.empty(), planned(territory, amount));
    }

    private List<Budget> list() {
        return budgets.list(user, CODE, new BudgetFilter(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private long award(String territory, String type, String state, long tiyn) {
        long id = world.database.nextId();
        Map<String, Object> award = new HashMap<>();
        award.put("id", id);
        award.put("type", type);
        award.put("territory", territory);
        award.put("child", world.child(territory));
        award.put("state", state);
        award.put("amount", tiyn);
        award.put("at", world.clock.now());
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, amount, source, proposed_by,"
                        + " created_at) values (:id, 'stipends', :type, 2026, :territory, :child, :state, :amount,"
                        + " 'LOCAL_BUDGET', 1, :at)",
                award));
        return id;
    }

    private Payment pay(long award, String amount, LocalDate day) {
        return payments.pay(
                user, CODE, new PaymentInput(award, null, null, tenge(amount), FundingSource.LOCAL_BUDGET, day, null));
    }

    @Test
    void spentIsWhatWasPaidBelowTheTerritoryInTheYearWithoutWhatWasCorrected() {
        set(RecordWorld.REGION, "1000");
        set(RecordWorld.DISTRICT, "500");
        long village = award(RecordWorld.VILLAGE, "help", "ENDED", 0);
        long city = award(RecordWorld.CITY, "help", "ENDED", 0);
        pay(village, "100", RecordWorld.TODAY);
        pay(city, "250", RecordWorld.TODAY);
        pay(city, "999", LocalDate.of(2025, 12, 31));
        Payment wrong = pay(village, "40", RecordWorld.TODAY);
        payments.reverse(user, CODE, wrong.id());

        Budget region = list().get(0);
        assertEquals(RecordWorld.REGION, region.territory());
        assertEquals(tenge("350.00"), region.spent());
        assertEquals(tenge("650.00"), region.left());
        Budget district = list().get(1);
        assertEquals(tenge("100.00"), district.spent());
        assertEquals(tenge("400.00"), district.left());
    }

    @Test
    void committedIsWhatIsPromisedAndNotPaidYet() {
        set(RecordWorld.REGION, "1000");
        long partly = award(RecordWorld.VILLAGE, "help", "ISSUED", 30_000);
        pay(partly, "100", RecordWorld.TODAY);
        award(RecordWorld.VILLAGE, "help", "PROPOSED", 70_000);
        long stipend = award(RecordWorld.VILLAGE, "monthly", "ISSUED", 5_000);
        long run = world.database.nextId();
        world.database.run(tx -> {
            tx.update(
                    "insert into payment_run (id, measure, type, territory, run_month, source, state, lines, total, proposed_by,"
                            + " created_at) values (:id, 'stipends', 'monthly', '230000000', :month, 'LOCAL_BUDGET', 'PROPOSED', 1,"
                            + " 5000, 1, :at)",
                    Map.of("id", run, "month", LocalDate.of(2026, 3, 1), "at", world.clock.now()));
            tx.update(
                    "insert into payment_run_line (run_id, award_id, payment_id, amount) values (:run, :award, 1, 5000)",
                    Map.of("run", run, "award", stipend));
            tx.update(
                    "insert into deliverable (id, measure, type, title, territory, deliverable_year, amount, source, created_by,"
                            + " created_at) values (:id, 'stipends', 'paper', 'x', '230000000', 2026, 1000, 'LOCAL_BUDGET', 1, :at)",
                    Map.of("id", world.database.nextId(), "at", world.clock.now()));
        });
        Budget region = list().get(0);
        assertEquals(tenge("100.00"), region.spent());
        assertEquals(tenge("260.00"), region.committed(), "200 of the award, 50 of the run, 10 of the paper");
        assertEquals(tenge("640.00"), region.left());
    }

    @Test
    void aPaymentBeyondThePlanIsMadeWithAWarningInEachLanguage() {
        set(RecordWorld.REGION, "1000");
        long help = award(RecordWorld.VILLAGE, "help", "ISSUED", 0);
        assertEquals(List.of(), pay(help, "1000", RecordWorld.TODAY).exceeded());
        Payment beyond = pay(help, "0.01", RecordWorld.TODAY);
        assertEquals(1, beyond.exceeded().size());
        Map<Language, String> told = Map.of(
                Language.KK,
                "230000000 аумағы, 2026 жыл, жергілікті бюджет: жоспар асырылды. Жоспарланған: 1000.00 теңге, осы төлеммен бірге төленгені: 1000.01 теңге.",
                Language.RU,
                "Территория 230000000, 2026 год, местный бюджет: план превышен. Запланировано 1000.00 тенге, с этой выплатой выплачено 1000.01 тенге.",
                Language.EN,
                "Territory 230000000, 2026, local budget: the plan is exceeded. Planned 1000.00 tenge, paid with this payment 1000.01 tenge.");
        told.forEach((language, text) -> assertEquals(
                text, TestTexts.ofClassPath().text(language, beyond.exceeded().get(0))));
    }

    @Test
    void aPlanIsChangedAndTakenAwayOnlyByWhoSawItsLastVersion() {
        Budget made = set(RecordWorld.REGION, "1000");
        Refusal.of(Kind.PRECONDITION_REQUIRED, "problem.if-match-missing", () -> set(RecordWorld.REGION, "2000"));
        Budget changed = budgets.set(user, CODE, OptionalInt.of(made.version()), planned(RecordWorld.REGION, "2000"));
        assertEquals(tenge("2000.00"), changed.planned());
        assertEquals(made.id(), changed.id());
        Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> budgets.set(user, CODE, OptionalInt.of(made.version()), planned(RecordWorld.REGION, "3000")));
        Refusal.of(Kind.STALE, "problem.stale", () -> budgets.delete(user, CODE, made.id(), made.version()));
        budgets.delete(user, CODE, made.id(), changed.version());
        assertEquals(List.of(), list());
        assertEquals(
                List.of(Action.CREATE, Action.UPDATE, Action.DELETE),
                world.audited.stream()
                        .filter(e -> e.kind().equals("budget"))
                        .map(e -> e.action())
                        .toList());
        assertTrue(world.audited.stream().anyMatch(e -> e.detail().contains("1000.00 > 2000.00")));
    }

    @Test
    void plansLieWithinTheCallersTerritory() {
        Budget made = set(RecordWorld.REGION, "1000");
        User stranger = RecordWorld.coordinator("610000000");
        assertEquals(
                List.of(),
                budgets.list(stranger, CODE, new BudgetFilter(Optional.empty(), Optional.empty(), Optional.empty())));
        Refusal.of(
                Kind.NOT_FOUND, "problem.not-found", () -> budgets.delete(stranger, CODE, made.id(), made.version()));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> budgets.set(stranger, CODE, OptionalInt.empty(), planned(RecordWorld.REGION, "1")));
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> budgets.set(user, CODE, OptionalInt.empty(), planned("", "1")));
        User keeper = RecordWorld.user(9, RecordWorld.REGION, Role.COORDINATOR);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> budgets.delete(keeper, CODE, made.id(), made.version()));
    }
}
