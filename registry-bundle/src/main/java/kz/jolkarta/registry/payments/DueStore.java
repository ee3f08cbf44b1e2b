package kz.jolkarta.registry.payments;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.budgets.Spending;
import kz.jolkarta.registry.indices.IndexStore;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;

/** Who is to be paid for a month: one reading of the awards for preview, proposal and approval. */
final class DueStore {
    private static final String COLUMNS = "a.id award_id, a.child_id, a.staff_id, " + RunStore.PAYER
            + " territory, coalesce(c.surname, s.surname) surname,"
            + " coalesce(c.given_name, s.given_name) given_name, coalesce(c.patronymic, s.patronymic) patronymic,"
            // Half a tiyn is rounded up.
            + " case when a.amount is not null then a.amount"
            + " else (cast(:index as bigint) * a.index_hundredths + 50) / 100 end amount,"
            + " case when a.state = 'RETURNED' then 'RETURNED'"
            + " when a.state = 'ENDED' then 'ENDED'"
            + " when a.state <> 'ISSUED' then 'NOT_ISSUED'"
            + " when a.date_from is null or a.date_from > :first then 'NOT_BEGUN'"
            + " when a.date_to < :first then 'OVER'"
            + " when c.state in ('ARCHIVED', 'MERGED') then 'ARCHIVED'"
            + " when c.left_on < :first or (c.state = 'LEFT' and c.left_on is null) or s.valid_to < :first then 'LEFT'"
            + " when substr(c.territory, 1, 2) <> substr(" + RunStore.PAYER + ", 1, 2) then 'MOVED'"
            + " when p.id is not null then 'PAID'"
            + " when a.source <> :source then 'OTHER_SOURCE'"
            + " when coalesce(a.amount, a.index_hundredths, 0) = 0 then 'NO_AMOUNT'"
            + " when a.amount is null and cast(:index as bigint) is null then 'NO_INDEX'"
            + " else 'DUE' end verdict";

    private static final String PEOPLE = " left join child c" + Along.constraint("child_pk") + " on c.id = a.child_id"
            + " left join staff s on s.id = a.staff_id left join payment p" + Along.constraint("payment_month")
            + " on p.award_id = a.id and p.paid_month = :first";

    /** Awards that hold the month by their dates, and all that are issued. */
    private static final String HOLDING = "select " + COLUMNS + " from award a" + PEOPLE
            + " where a.measure = :measure and a.type = :type and (a.state = 'ISSUED' or (a.state in ('APPROVED', 'ENDED',"
            + " 'RETURNED') and a.date_from <= :first and (a.date_to is null or a.date_to >= :first)))";

    private DueStore() {}

    /** The month's awards of a kind in a scope, and the source they are paid from. */
    record Month(String measure, String type, LocalDate first, FundingSource source, Scope scope) {
        private String sql() {
            return HOLDING + " and " + scope.condition(RunStore.PAYER);
        }

        private Map<String, Object> params(Tx tx) {
            Map<String, Object> params = new HashMap<>();
            params.put("measure", measure);
            params.put("type", type);
            params.put("first", first);
            params.put("source", source);
            params.put("index", IndexStore.on(tx, IndexStore.MRP, first));
            return params;
        }
    }

    /** How many awards have a verdict. @param tiyn their sum */
    record Sum(Verdict verdict, long awards, long tiyn) {}

    static List<Sum> sums(Tx tx, Month month) {
        return tx.list(
                "select v.verdict, count(*) awards, sum(v.amount) total from (" + month.sql()
                        + ") v group by v.verdict",
                month.params(tx),
                row -> new Sum(row.value("verdict", Verdict.class), row.number("awards"), row.number("total")));
    }

    /** By the number of the award. */
    static List<RunLine> page(Tx tx, Month month, Which which, Paging page) {
        Map<String, Object> params = month.params(tx);
        params.put("after", page.first() ? 0 : page.id());
        return tx.list(
                "select v.* from (" + month.sql() + ") v where v.award_id > :after" + which.condition
                        + " order by v.award_id" + page.fetch(),
                params,
                DueStore::line);
    }

    /** Which lines of a preview are wanted. */
    enum Which {
        ALL(""),
        DUE(" and v.verdict = 'DUE'"),
        STOPPED(" and v.verdict <> 'DUE'");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }

        boolean holds(RunLine line) {
            return this == ALL || (line.verdict() == Verdict.DUE) == (this == DUE);
        }
    }

    static void due(Tx tx, Month month, Consumer<RunLine> visitor) {
        tx.each(
                "select v.* from (" + month.sql() + ") v where v.verdict = 'DUE' order by v.award_id",
                month.params(tx),
                row -> visitor.accept(line(row)));
    }

    static Spending dueByTerritory(Tx tx, Month month) {
        Spending spending = new Spending();
        tx.each(
                "select v.territory, sum(v.amount) total from (" + month.sql()
                        + ") v where v.verdict = 'DUE' group by v.territory",
                month.params(tx),
                row -> spending.add(row.text("territory"), row.number("total")));
        return spending;
    }

    /** The lines of a run as they stand now; one of another amount than was proposed says so. */
    static void ofRun(Tx tx, long run, Month month, Consumer<RunLine> visitor) {
        Map<String, Object> params = month.params(tx);
        params.put("run", run);
        tx.each(
                "select l.amount proposed, " + COLUMNS + " from payment_run_line l join award a on a.id = l.award_id"
                        + PEOPLE + " where l.run_id = :run order by l.award_id",
                params,
                row -> {
                    RunLine line = line(row);
                    boolean changed = line.verdict() == Verdict.DUE && line.tiyn() != row.number("proposed");
                    visitor.accept(changed ? line.withVerdict(Verdict.AMOUNT_CHANGED) : line);
                });
    }

    static RunLine line(Row row) {
        return RunLine.of(
                row.number("award_id"),
                row.optionalNumber("child_id").orElse(null),
                row.optionalNumber("staff_id").orElse(null),
                row.text("territory"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.number("amount"),
                row.value("verdict", Verdict.class));
    }
}
