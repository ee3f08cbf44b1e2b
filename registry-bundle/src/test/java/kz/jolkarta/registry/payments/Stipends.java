package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.payments.DueStore.Which;
import kz.jolkarta.registry.records.Nineteen;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordWorld;

/** Stipends of a region, with one who proposes their payment and one who decides. */
final class Stipends {
    static final String CODE = "stipends";
    static final LocalDate BEGUN = LocalDate.of(2025, 9, 1);
    static final LocalDate OVER = LocalDate.of(2026, 5, 31);
    static final Paging ALL = Paging.of(Page.MAX_LIMIT, "");

    final RecordWorld world;
    final PaymentRuns runs;
    final RunDecisions decisions;
    final Payments payments;
    final User proposer = RecordWorld.user(1, RecordWorld.REGION, Role.COORDINATOR);
    final User approver = RecordWorld.user(2, RecordWorld.REGION, Role.APPROVER);

    Stipends(RecordWorld world) {
        this.world = world;
        runs = new PaymentRuns(world.ledger);
        decisions = new RunDecisions(world.ledger);
        payments = new Payments(world.ledger);
    }

    static Stipends in(kz.jolkarta.core.db.Database database) {
        Stipends stipends = new Stipends(new RecordWorld(database, new Nineteen()));
        // Every test begins with nobody to be paid; the database is that of the whole class.
        database.run(tx -> tx.update("update award set state = 'REFUSED'", Map.of()));
        return stipends;
    }

    /** An issued stipend of 50 000 tenge a month for the school year. */
    long issued() {
        return issued(world.child(RecordWorld.VILLAGE));
    }

    long issued(long child) {
        return with(child, Map.of());
    }

    /** @param other columns that differ */
    long with(long child, Map<String, Object> other) {
        long id = world.database.nextId();
        Map<String, Object> award = new HashMap<>();
        award.put("id", id);
        award.put("child", child);
        award.put("territory", RecordWorld.VILLAGE);
        award.put("state", "ISSUED");
        award.put("from", BEGUN);
        award.put("to", OVER);
        award.put("amount", 5_000_000L);
        award.put("index", null);
        award.put("source", null);
        award.put("at", world.clock.now());
        award.putAll(other);
        world.database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, date_from, date_to, amount,"
                        + " index_hundredths, source, proposed_by, created_at) values (:id, 'stipends', 'monthly', 2025, :territory,"
                        + " :child, :state, :from, :to, :amount, :index, :source, 1, :at)",
                award));
        return id;
    }

    void set(String table, long id, String column, Object value) {
        world.database.run(tx -> tx.update(
                "update " + table + " set " + column + " = :value where id = :id", Map.of("value", value, "id", id)));
    }

    static RunInput march() {
        return of("2026-03");
    }

    static RunInput of(String month) {
        return new RunInput("monthly", month, RecordWorld.REGION, FundingSource.LOCAL_BUDGET);
    }

    RunPreview preview(RunInput input) {
        return runs.preview(proposer, CODE, input, Which.ALL, ALL);
    }

    PaymentRun propose(RunInput input) {
        return runs.propose(proposer, CODE, input).run();
    }

    RunDecisions.Decided approve(PaymentRun run) {
        return decide(approver, run, "approve", "");
    }

    RunDecisions.Decided decide(User user, PaymentRun run, String decision, String reason) {
        return decisions.decide(user, CODE, run.id(), OptionalInt.empty(), new RunDecision(decision, reason));
    }

    long paid(String what, long run) {
        return world.number("select " + what + " from payment where run_id = :run", Map.of("run", run));
    }

    long lines(String what, long run) {
        return world.number("select " + what + " from payment_run_line where run_id = :run", Map.of("run", run));
    }
}
