package kz.jolkarta.registry.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Payments in the database: only ever added. */
final class PaymentStore {
    private static final String COLUMNS =
            "select p.id, p.type, p.territory, p.award_id, p.activity_id, p.deliverable_id, p.paid_on,"
                    + " p.amount, p.source, p.document_number, p.reverses, p.run_id from payment p";

    static final Orders<Payment> ORDERS = Orders.of("p.id", Payment::id, "-id")
            .id("id")
            .day("paid", "p.paid_on", Payment::paidOn)
            .number("amount", "p.amount", p -> p.amount().movePointRight(2).longValueExact());

    private PaymentStore() {}

    /** The record that is paid for. @param state its state's name */
    record Paid(String type, String territory, String state) {}

    /** @param table award, activity or deliverable; a word of the code */
    static Optional<Paid> paid(Tx tx, String table, String measure, long id, Scope scope) {
        return tx.one(
                "select r.type, r.territory, r.state from " + table
                        + " r where r.id = :id and r.measure = :measure and " + scope.condition("r.territory"),
                Map.of("id", id, "measure", measure),
                row -> new Paid(row.text("type"), row.text("territory"), row.text("state")));
    }

    static List<Payment> list(
            Tx tx,
            String measure,
            Optional<Integer> year,
            Optional<Long> award,
            Scope scope,
            Order<Payment> order,
            Paging page) {
        Query query = new Query()
                .and("p.measure = :measure", "measure", measure)
                .and(scope.condition("p.territory"))
                .and("p.paid_on >= :yearFrom", "yearFrom", year.map(y -> LocalDate.of(y, 1, 1)))
                .and("p.paid_on <= :yearTo", "yearTo", year.map(y -> LocalDate.of(y, 12, 31)))
                .and("p.award_id = :award", "award", award);
        order.after(query, page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                PaymentStore::payment);
    }

    static Optional<Payment> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where p.id = :id and p.measure = :measure and " + scope.condition("p.territory"),
                Map.of("id", id, "measure", measure),
                PaymentStore::payment);
    }

    /** The payment without its id, and what it is for. */
    record New(long id, String measure, String type, String territory, long by, Instant at, Optional<Long> reverses) {}

    static void insert(Tx tx, New payment, PaymentInput input, long tiyn) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", payment.id());
        params.put("measure", payment.measure());
        params.put("type", payment.type());
        params.put("territory", payment.territory());
        params.put("award", input.awardId());
        params.put("activity", input.activityId());
        params.put("deliverable", input.deliverableId());
        params.put("paidOn", input.paidOn());
        params.put("amount", tiyn);
        params.put("source", input.source());
        params.put("document", input.documentNumber());
        params.put("by", payment.by());
        params.put("at", payment.at());
        params.put("reverses", payment.reverses());
        tx.update(
                "insert into payment (id, measure, type, territory, award_id, activity_id, deliverable_id, paid_on, amount, source,"
                        + " document_number, created_by, created_at, reverses) values (:id, :measure, :type, :territory, :award,"
                        + " :activity, :deliverable, :paidOn, :amount, :source, :document, :by, :at, :reverses)",
                params);
    }

    /** A corrected payment no longer pays its month. */
    static void freeMonth(Tx tx, long id) {
        tx.update("update payment set paid_month = null where id = :id", Map.of("id", id));
    }

    private static Payment payment(Row row) {
        return new Payment(
                row.number("id"),
                row.text("type"),
                row.text("territory"),
                row.optionalNumber("award_id").orElse(null),
                row.optionalNumber("activity_id").orElse(null),
                row.optionalNumber("deliverable_id").orElse(null),
                row.date("paid_on"),
                Money.tenge(row.number("amount")),
                row.value("source", FundingSource.class),
                row.optionalText("document_number").orElse(null),
                row.optionalNumber("reverses").orElse(null),
                row.optionalNumber("run_id").orElse(null),
                List.of(),
                null);
    }
}
