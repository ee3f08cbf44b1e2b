package kz.jolkarta.registry.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Payment runs and their lines in the database. */
final class RunStore {
    private static final String COLUMNS =
            "select r.id, r.type, r.run_month, r.territory, r.source, r.state, r.lines, r.total, r.reason, r.proposed_by,"
                    + " r.created_at, r.decided_by, r.decided_at, r.version from payment_run r";

    /** Where the holder of an award lives now pays it; without a move it is the place that gave it. */
    static final String PAYER = "coalesce(a.paid_by, a.territory)";

    private static final String LINES = "select l.award_id, a.child_id, a.staff_id, " + PAYER
            + " territory, coalesce(c.surname, s.surname) surname,"
            + " coalesce(c.given_name, s.given_name) given_name, coalesce(c.patronymic, s.patronymic) patronymic,"
            + " l.amount, coalesce(l.stop, 'DUE') verdict from payment_run_line l join award a on a.id = l.award_id"
            + " left join child c on c.id = a.child_id left join staff s on s.id = a.staff_id where l.run_id = :run";

    /** A measure has some hundreds of runs in a year, so that they may be sorted by what no index holds. */
    static final Orders<PaymentRun> ORDERS = Orders.of("r.id", PaymentRun::id, "-id")
            .id("id")
            .day("month", "r.run_month", run -> YearMonth.parse(run.month()).atDay(1))
            .number("lines", "r.lines", run -> (long) run.lines())
            .number("total", "r.total", run -> Money.tiyn("total", run.total()));

    private RunStore() {}

    record New(long id, String measure, RunInput input, int lines, long tiyn, long by, Instant at) {}

    static void insert(Tx tx, New run) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", run.id());
        params.put("measure", run.measure());
        params.put("type", run.input().type());
        params.put("territory", run.input().territory());
        params.put("month", run.input().firstDay());
        params.put("source", run.input().source());
        params.put("state", RunState.PROPOSED);
        params.put("lines", run.lines());
        params.put("total", run.tiyn());
        params.put("by", run.by());
        params.put("at", run.at());
        tx.update(
                "insert into payment_run (id, measure, type, territory, run_month, source, state, lines, total, proposed_by,"
                        + " created_at) values (:id, :measure, :type, :territory, :month, :source, :state, :lines, :total, :by,"
                        + " :at)",
                params);
    }

    /** @param payments the ids that the lines' payments will have, in the lines' order */
    static void insertLines(Tx tx, long run, List<RunLine> lines, List<Long> payments) {
        List<Map<String, Object>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RunLine line = lines.get(i);
            rows.add(Map.of("run", run, "award", line.awardId(), "payment", payments.get(i), "amount", line.tiyn()));
        }
        tx.batch(
                "insert into payment_run_line (run_id, award_id, payment_id, amount) values (:run, :award, :payment, :amount)",
                rows);
    }

    static Optional<PaymentRun> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where r.id = :id and r.measure = :measure and " + scope.condition("r.territory"),
                Map.of("id", id, "measure", measure),
                RunStore::run);
    }

    static List<PaymentRun> list(
            Tx tx, RunFilter filter, String measure, Scope scope, Order<PaymentRun> order, Paging page) {
        Query query = order.after(filter.query(measure, scope), page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                RunStore::run);
    }

    static List<RunLine> lines(Tx tx, long run, Paging page) {
        return tx.list(
                LINES + " and l.award_id > :after order by l.award_id" + page.fetch(),
                Map.of("run", run, "after", page.first() ? 0L : page.id()),
                DueStore::line);
    }

    static void eachLine(Tx tx, long run, Consumer<RunLine> visitor) {
        tx.each(LINES + " order by l.award_id", Map.of("run", run), row -> visitor.accept(DueStore.line(row)));
    }

    /** Until the transaction ends nobody else decides a run of the month; the month's first run is the gate to all of them. */
    static void lockMonth(Tx tx, String measure, PaymentRun run) {
        tx.update(
                "update payment_run set version = version where id = (select min(r.id) from payment_run r"
                        + " where r.measure = :measure and r.type = :type and r.run_month = :month)",
                Map.of(
                        "measure",
                        measure,
                        "type",
                        run.type(),
                        "month",
                        YearMonth.parse(run.month()).atDay(1)));
    }

    /** @return false when it is decided already */
    static boolean decide(Tx tx, PaymentRun run, RunState to, String reason, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", run.id());
        params.put("version", run.version());
        params.put("to", to);
        params.put("reason", reason.isEmpty() ? null : reason);
        params.put("by", by);
        params.put("at", at);
        return tx.update(
                        "update payment_run set state = :to, reason = :reason, decided_by = :by, decided_at = :at,"
                                + " version = version + 1 where id = :id and version = :version and state = 'PROPOSED'",
                        params)
                == 1;
    }

    static void drop(Tx tx, long run, List<RunLine> lines) {
        tx.batch(
                "update payment_run_line set amount = 0, stop = :stop where run_id = :run and award_id = :award",
                lines.stream()
                        .map(line -> Map.of("run", run, "award", line.awardId(), "stop", line.verdict()))
                        .toList());
    }

    /** Makes the payments of the lines that were not dropped. @return how many */
    static int pay(Tx tx, long run, LocalDate paidOn) {
        return tx.update(
                "insert into payment (id, measure, type, territory, award_id, paid_on, amount, source, created_by, created_at,"
                        + " run_id, paid_month) select l.payment_id, r.measure, r.type, " + PAYER + ", l.award_id,"
                        + " cast(:paidOn as date), l.amount, r.source, r.decided_by, r.decided_at, r.id, r.run_month"
                        + " from payment_run r join payment_run_line l on l.run_id = r.id join award a on a.id = l.award_id"
                        + " where r.id = :run and l.stop is null",
                Map.of("run", run, "paidOn", paidOn));
    }

    /** What the lines that are left come to. */
    static void total(Tx tx, long run) {
        tx.update(
                "update payment_run set lines = (select count(*) from payment_run_line l where l.run_id = :run and l.stop is null),"
                        + " total = (select sum(l.amount) from payment_run_line l where l.run_id = :run) where id = :run",
                Map.of("run", run));
    }

    /** The payments of a run as the audit trail names them. */
    static void eachPayment(Tx tx, long run, java.util.function.BiConsumer<Long, String> visitor) {
        tx.each(
                "select p.id, p.territory from payment_run_line l join payment p on p.id = l.payment_id"
                        + " where l.run_id = :run order by p.id",
                Map.of("run", run),
                row -> visitor.accept(row.number("id"), row.text("territory")));
    }

    private static PaymentRun run(Row row) {
        return new PaymentRun(
                row.number("id"),
                row.text("type"),
                YearMonth.from(row.date("run_month")).toString(),
                row.text("territory"),
                row.value("source", FundingSource.class),
                row.value("state", RunState.class),
                row.integer("lines"),
                Money.tenge(row.number("total")),
                row.optionalText("reason").orElse(null),
                row.number("proposed_by"),
                row.instant("created_at"),
                row.optionalNumber("decided_by").orElse(null),
                row.optionalInstant("decided_at").orElse(null),
                row.integer("version"));
    }
}
