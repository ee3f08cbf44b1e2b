package kz.jolkarta.registry.awards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Query;

/** Quotas in the database. */
final class QuotaStore {
    private static final String COLUMNS =
            "select q.id, q.type, q.territory, q.quota_year, q.cap, q.used, q.version from quota q";

    private QuotaStore() {}

    static Optional<Quota> find(Tx tx, String measure, String type, String territory, int year) {
        return tx.one(
                COLUMNS
                        + " where q.measure = :measure and q.type = :type and q.territory = :territory and q.quota_year = :year",
                Map.of("measure", measure, "type", type, "territory", territory, "year", year),
                QuotaStore::quota);
    }

    static List<Quota> list(Tx tx, String measure, Optional<Integer> year, Scope scope) {
        Query query = new Query()
                .and("q.measure = :measure", "measure", measure)
                .and("q.quota_year = :year", "year", year)
                .and("(q.territory = '' or " + scope.condition("q.territory") + ")");
        return tx.list(
                COLUMNS + " where " + query.where()
                        + " order by q.quota_year desc, q.territory, q.type fetch first 1000 rows only",
                query.params(),
                QuotaStore::quota);
    }

    /** How many awards of the year stand in which state where. */
    static List<QuotaUse.Tally> tallies(Tx tx, String measure, int year, Scope scope) {
        return tx.list(
                "select a.type, a.territory, a.state, count(*) total from award a where a.measure = :measure"
                        + " and a.award_year = :year and " + scope.condition("a.territory")
                        + " group by a.type, a.territory, a.state",
                Map.of("measure", measure, "year", year),
                row -> new QuotaUse.Tally(
                        row.text("type"),
                        row.text("territory"),
                        row.value("state", AwardState.class),
                        row.number("total")));
    }

    static void insert(Tx tx, long id, String measure, QuotaInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("measure", measure);
        params.put("type", input.type());
        params.put("territory", input.territory());
        params.put("year", input.year());
        params.put("cap", input.cap());
        tx.update(
                "insert into quota (id, measure, type, territory, quota_year, cap) values (:id, :measure, :type, :territory, :year, :cap)",
                params);
    }

    /** @return false when it was changed meanwhile or more places are taken than the new cap has */
    static boolean change(Tx tx, long id, int version, int cap) {
        return tx.update(
                        "update quota set cap = :cap, version = version + 1 where id = :id and version = :version and used <= :cap",
                        Map.of("id", id, "version", version, "cap", cap))
                == 1;
    }

    private static Quota quota(Row row) {
        return new Quota(
                row.number("id"),
                row.text("type"),
                row.text("territory"),
                row.integer("quota_year"),
                row.integer("cap"),
                row.integer("used"),
                row.integer("version"));
    }
}
