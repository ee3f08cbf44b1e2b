package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.db.Tx;

/** What a batch changed of children, by which it is taken back. */
final class ChangeStore {
    private ChangeStore() {}

    static void changes(Tx tx, long id, Iterable<Work.Change> changes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Work.Change change : changes) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", id);
            row.put("child", change.child);
            row.put("row", change.row);
            row.put("kind", change.created ? "CREATED" : "UPDATED");
            row.put("version", change.versionAfter);
            row.put("before", change.created ? null : Json.text(change.before));
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            tx.batch(
                    "insert into import_change (import_id, child_id, row_no, kind, version_after, before_json)"
                            + " values (:id, :child, :row, :kind, :version, :before)",
                    rows);
        }
    }

    /** Adds a further change to one that the batch made of the same child. @return false when it made none */
    static boolean add(Tx tx, long id, Work.Change change) {
        Map<String, Object> key = Map.of("id", id, "child", change.child);
        Optional<Map<String, Object>> before = tx.one(
                "select kind, before_json from import_change where import_id = :id and child_id = :child",
                key,
                row -> new HashMap<>(Json.map(row.text("before_json"))));
        if (before.isEmpty()) {
            return false;
        }
        change.before.forEach((name, value) -> Decisions.merge(before.get(), name, value));
        Map<String, Object> row = new HashMap<>(key);
        row.put("version", change.versionAfter);
        row.put("before", before.get().isEmpty() ? null : Json.text(before.get()));
        tx.update(
                "update import_change set version_after = :version, before_json = case when kind = 'CREATED' then before_json else :before end"
                        + " where import_id = :id and child_id = :child",
                row);
        return true;
    }

    /** Of these children those that the batch has touched, with the row that did. */
    static Map<Long, Integer> touched(Tx tx, long id, Set<Long> children) {
        Map<Long, Integer> touched = new TreeMap<>();
        for (List<Long> part : ListedChildStore.parts(children)) {
            tx.each(
                    "select child_id, row_no from import_change where import_id = :id and child_id in (:values)",
                    Map.of("id", id, "values", part),
                    row -> touched.put(row.number("child_id"), row.integer("row_no")));
        }
        return touched;
    }
}
