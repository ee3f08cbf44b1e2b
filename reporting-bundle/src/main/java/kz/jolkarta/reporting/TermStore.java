package kz.jolkarta.reporting;

import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The calendar's changes. */
final class TermStore {
    private TermStore() {}

    /** In the order they were made. */
    static List<Term> all(Tx tx) {
        return tx.list(
                "select programme, period, reporter, change_number, due_month, due_day, following_year, lock_month, lock_day,"
                        + " weekend, valid_from, reason, order_number, order_date, set_by, set_at from report_term"
                        + " order by programme, period, reporter, change_number",
                Map.of(),
                TermStore::term);
    }

    private static Term term(Row row) {
        return new Term(
                row.text("programme"),
                row.value("period", PeriodKind.class),
                row.value("reporter", Reporter.class),
                row.integer("change_number"),
                MonthDay.of(row.integer("due_month"), row.integer("due_day")),
                row.flag("following_year"),
                row.optionalInteger("lock_month").map(m -> MonthDay.of(m, row.integer("lock_day"))),
                row.value("weekend", WeekendRule.class),
                row.date("valid_from"),
                row.optionalText("reason"),
                row.optionalText("order_number"),
                row.optionalDate("order_date"),
                row.optionalText("set_by"),
                row.optionalInstant("set_at"));
    }

    static void insert(Tx tx, long id, Term term) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("programme", term.programme());
        params.put("period", term.period());
        params.put("reporter", term.reporter());
        params.put("number", term.number());
        params.put("dueMonth", term.due().getMonthValue());
        params.put("dueDay", term.due().getDayOfMonth());
        params.put("following", term.following());
        params.put("lockMonth", term.lock().map(MonthDay::getMonthValue));
        params.put("lockDay", term.lock().map(MonthDay::getDayOfMonth));
        params.put("weekend", term.weekend());
        params.put("validFrom", term.validFrom());
        params.put("reason", term.reason());
        params.put("orderNumber", term.order());
        params.put("orderDate", term.orderDate());
        params.put("by", term.setBy());
        params.put("at", term.setAt());
        tx.update(
                "insert into report_term (id, programme, period, reporter, change_number, due_month, due_day, following_year,"
                        + " lock_month, lock_day, weekend, valid_from, reason, order_number, order_date, set_by, set_at)"
                        + " values (:id, :programme, :period, :reporter, :number, :dueMonth, :dueDay, :following,"
                        + " :lockMonth, :lockDay, :weekend, :validFrom, :reason, :orderNumber, :orderDate, :by, :at)",
                params);
    }
}
