package kz.jolkarta.registry.budgets;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Query;

/** Budgets in the database, and what was paid and promised of them. */
final class BudgetStore {
    private static final String COLUMNS =
            "select b.id, b.territory, b.source, b.budget_year, b.planned, b.version from budget b";

    private static final String RUNS =
            "select r.source, a.territory, sum(l.amount) total from payment_run r join payment_run_line l on l.run_id = r.id"
                    + " join award a on a.id = l.award_id where r.measure = :measure and r.state = 'PROPOSED'"
                    + " and r.run_month >= :first and r.run_month <= :last group by r.source, a.territory";

    private static final String AWARDS = promised(
            "select a.source, a.territory, a.amount, (select sum(p.amount) from payment p where p.award_id = a.id) paid"
                    + " from award a where a.measure = :measure and a.award_year = :year and a.state in ('APPROVED', 'ISSUED')"
                    + " and a.type not in (:monthly) and a.amount is not null and a.source is not null");

    private static final String DELIVERABLES = promised(
            "select d.source, d.territory, d.amount, (select sum(p.amount) from payment p where p.deliverable_id = d.id) paid"
                    + " from deliverable d where d.measure = :measure and d.deliverable_year = :year and d.amount is not null"
                    + " and d.source is not null");

    private BudgetStore() {}

    private static String promised(String records) {
        return "select v.source, v.territory, sum(v.amount - coalesce(v.paid, 0)) total from (" + records
                + ") v where v.amount > coalesce(v.paid, 0) group by v.source, v.territory";
    }

    /** A budget as it is stored. */
    record Planned(long id, String territory, FundingSource source, int year, long tiyn, int version) {}

    static List<Planned> list(Tx tx, String measure, int year, Optional<FundingSource> source, Scope scope) {
        Query query = new Query()
                .and("b.measure = :measure", "measure", measure)
                .and("b.budget_year = :year", "year", year)
                .and("b.source = :source", "source", source)
                .and(scope.condition("b.territory"));
        return tx.list(
                COLUMNS + " where " + query.where() + " order by b.territory, b.source, b.id",
                query.params(),
                BudgetStore::planned);
    }

    static List<Planned> planned(Tx tx, String measure, FundingSource source, int year) {
        return list(tx, measure, year, Optional.of(source), Scope.COUNTRY);
    }

    /** A plan with its measure. */
    record OfMeasure(String measure, Planned plan) {}

    /** The plans of all measures. */
    static List<OfMeasure> plans(Tx tx, int year, Optional<FundingSource> source, Scope scope) {
        Query query = new Query()
                .and("b.budget_year = :year", "year", year)
                .and("b.source = :source", "source", source)
                .and(scope.condition("b.territory"));
        return tx.list(
                COLUMNS.replace("select b.id", "select b.measure, b.id") + " where " + query.where()
                        + " order by b.measure, b.source, b.territory",
                query.params(),
                row -> new OfMeasure(row.text("measure"), planned(row)));
    }

    /** What was paid for a measure from a source. */
    record Paid(String measure, FundingSource source, long tiyn) {}

    static List<Paid> paid(Tx tx, int year, Optional<FundingSource> source, Scope scope) {
        Query query = new Query()
                .and("p.paid_on >= :first", "first", Optional.of(LocalDate.of(year, 1, 1)))
                .and("p.paid_on <= :last", "last", Optional.of(LocalDate.of(year, 12, 31)))
                .and("p.source = :source", "source", source)
                .and(scope.condition("p.territory"));
        return tx.list(
                "select p.measure, p.source, sum(p.amount) total from payment p where " + query.where()
                        + " group by p.measure, p.source",
                query.params(),
                row -> new Paid(row.text("measure"), row.value("source", FundingSource.class), row.number("total")));
    }

    /** Places of a measure's quotas, and how many are taken. */
    record Places(String measure, long cap, long used) {}

    static List<Places> places(Tx tx, int year, Scope scope) {
        return tx.list(
                "select q.measure, sum(q.cap) cap, sum(q.used) used from quota q where q.quota_year = :year and "
                        + scope.condition("q.territory") + " group by q.measure",
                Map.of("year", year),
                row -> new Places(row.text("measure"), row.number("cap"), row.number("used")));
    }

    static Optional<Planned> find(Tx tx, String measure, BudgetInput key) {
        return tx.one(
                COLUMNS + " where b.measure = :measure and b.territory = :territory and b.source = :source"
                        + " and b.budget_year = :year",
                Map.of("measure", measure, "territory", key.territory(), "source", key.source(), "year", key.year()),
                BudgetStore::planned);
    }

    static Optional<Planned> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where b.id = :id and b.measure = :measure and " + scope.condition("b.territory"),
                Map.of("id", id, "measure", measure),
                BudgetStore::planned);
    }

    static void insert(Tx tx, long id, String measure, BudgetInput input, long tiyn) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("measure", measure);
        params.put("territory", input.territory());
        params.put("source", input.source());
        params.put("year", input.year());
        params.put("planned", tiyn);
        tx.update(
                "insert into budget (id, measure, territory, source, budget_year, planned)"
                        + " values (:id, :measure, :territory, :source, :year, :planned)",
                params);
    }

    /** @return false when it was changed meanwhile */
    static boolean change(Tx tx, long id, int version, long tiyn) {
        return tx.update(
                        "update budget set planned = :planned, version = version + 1 where id = :id and version = :version",
                        Map.of("id", id, "version", version, "planned", tiyn))
                == 1;
    }

    /** @return false when it was changed meanwhile */
    static boolean delete(Tx tx, long id, int version) {
        return tx.update(
                        "delete from budget where id = :id and version = :version",
                        Map.of("id", id, "version", version))
                == 1;
    }

    static Spending spent(Tx tx, String measure, FundingSource source, int year) {
        return spent(tx, measure, year).getOrDefault(source, new Spending());
    }

    static Map<FundingSource, Spending> spent(Tx tx, String measure, int year) {
        Map<FundingSource, Spending> spent = new EnumMap<>(FundingSource.class);
        gather(
                tx,
                "select p.source, p.territory, sum(p.amount) total from payment p where p.measure = :measure"
                        + " and p.paid_on >= :first and p.paid_on <= :last group by p.source, p.territory",
                days(measure, year),
                spent);
        return spent;
    }

    /** @param monthly kinds of awards whose amount is that of a month: only what is proposed for a month is promised */
    static Map<FundingSource, Spending> committed(Tx tx, String measure, int year, Collection<String> monthly) {
        Map<FundingSource, Spending> committed = new EnumMap<>(FundingSource.class);
        gather(tx, RUNS, days(measure, year), committed);
        // An empty list would make "not in" a condition that nothing meets.
        Collection<String> kinds = monthly.isEmpty() ? List.of("") : monthly;
        gather(tx, AWARDS, Map.of("measure", measure, "year", year, "monthly", kinds), committed);
        gather(tx, DELIVERABLES, Map.of("measure", measure, "year", year), committed);
        return committed;
    }

    private static Map<String, Object> days(String measure, int year) {
        return Map.of("measure", measure, "first", LocalDate.of(year, 1, 1), "last", LocalDate.of(year, 12, 31));
    }

    private static void gather(Tx tx, String sql, Map<String, ?> params, Map<FundingSource, Spending> into) {
        tx.each(
                sql,
                params,
                row -> into.computeIfAbsent(row.value("source", FundingSource.class), s -> new Spending())
                        .add(row.text("territory"), row.number("total")));
    }

    private static Planned planned(Row row) {
        return new Planned(
                row.number("id"),
                row.text("territory"),
                row.value("source", FundingSource.class),
                row.integer("budget_year"),
                row.number("planned"),
                row.integer("version"));
    }
}
