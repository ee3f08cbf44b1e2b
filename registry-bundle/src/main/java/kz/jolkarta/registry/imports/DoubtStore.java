package kz.jolkarta.registry.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Rows that wait for a person to say whether they are a child that is known. */
final class DoubtStore {
    enum Decision {
        OPEN,
        SAME,
        DIFFERENT,
        DISCARDED
    }

    record Pair(
            long id,
            long batch,
            int row,
            long child,
            String territory,
            String evidence,
            Map<String, String> cells,
            Decision decision) {}

    private static final String PAIR =
            "select id, import_id, row_no, child_id, territory, evidence, row_json, decision from doubtful_pair where ";

    private DoubtStore() {}

    static Map<String, Decision> decisions(Tx tx, List<String> keys) {
        Map<String, Decision> known = new HashMap<>();
        for (List<String> part : ListedChildStore.parts(keys)) {
            tx.each(
                    "select row_key, decision from doubtful_pair" + Along.index("doubtful_key")
                            + " where row_key in (:values) order by id",
                    Map.of("values", part),
                    row -> known.put(row.text("row_key"), row.value("decision", Decision.class)));
        }
        return known;
    }

    static void insert(Tx tx, long batch, List<Work.Doubt> doubts, LongSupplier ids) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Work.Doubt doubt : doubts) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", ids.getAsLong());
            row.put("batch", batch);
            row.put("row", doubt.line().row());
            row.put("child", doubt.child());
            row.put("territory", doubt.territory());
            row.put("evidence", doubt.evidence());
            row.put("json", doubt.json());
            row.put("key", doubt.key());
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            tx.batch(
                    "insert into doubtful_pair (id, import_id, row_no, child_id, territory, evidence, row_json, row_key)"
                            + " values (:id, :batch, :row, :child, :territory, :evidence, :json, :key)",
                    rows);
        }
    }

    static List<Pair> open(Tx tx, Scope scope, OptionalLong batch, long after, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("after", after));
        batch.ifPresent(one -> params.put("batch", one));
        return tx.list(
                PAIR + "decision = 'OPEN' and id > :after and " + scope.condition("territory")
                        + (batch.isPresent() ? " and import_id = :batch" : "") + " order by id fetch first " + limit
                        + " rows only",
                params,
                DoubtStore::pair);
    }

    static long waiting(Tx tx, Scope scope) {
        return tx.number(
                "select count(*) from doubtful_pair where decision = 'OPEN' and " + scope.condition("territory"),
                Map.of());
    }

    /** Of one list. */
    static long waiting(Tx tx, Scope scope, long batch) {
        return tx.number(
                "select count(*) from doubtful_pair where decision = 'OPEN' and import_id = :batch and "
                        + scope.condition("territory"),
                Map.of("batch", batch));
    }

    static Optional<Pair> find(Tx tx, long id, Scope scope) {
        return tx.one(PAIR + "id = :id and " + scope.condition("territory"), Map.of("id", id), DoubtStore::pair);
    }

    private static Pair pair(Row row) {
        Map<String, String> cells = new java.util.LinkedHashMap<>();
        Json.map(row.text("row_json")).forEach((column, text) -> cells.put(column, String.valueOf(text)));
        return new Pair(
                row.number("id"),
                row.number("import_id"),
                row.integer("row_no"),
                row.number("child_id"),
                row.text("territory"),
                row.text("evidence"),
                cells,
                row.value("decision", Decision.class));
    }

    /** @return false when somebody else decided meanwhile */
    static boolean decide(Tx tx, long id, Decision decision, long user, Instant now) {
        return tx.update(
                        "update doubtful_pair set decision = :decision, decided_by = :user, decided_at = :now where id = :id and decision = 'OPEN'",
                        Map.of("id", id, "decision", decision, "user", user, "now", now))
                == 1;
    }

    static void dropOpen(Tx tx, long batch) {
        tx.update("delete from doubtful_pair where import_id = :id and decision = 'OPEN'", Map.of("id", batch));
    }
}
