package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.db.Tx;

/** What was remarked on the rows of a batch. */
final class RemarkStore {
    private RemarkStore() {}

    static void remarks(Tx tx, long id, Layout layout, Map<Line, List<Remark>> remarks) {
        List<Map<String, Object>> rows = new ArrayList<>();
        remarks.forEach((line, said) -> {
            for (int i = 0; i < said.size(); i++) {
                Remark remark = said.get(i);
                Map<String, Object> row = new HashMap<>();
                row.put("id", id);
                row.put("row", line.row());
                row.put("ordinal", i);
                row.put("outcome", remark.outcome());
                row.put("column", remark.column());
                row.put("name", ImportStore.clip(layout.heading(remark.column()), 200));
                row.put("found", ImportStore.clip(remark.found(), 500));
                row.put("taken", ImportStore.clip(remark.taken(), 500));
                row.put("reason", remark.reason());
                row.put(
                        "args",
                        Json.text(remark.args().stream()
                                .map(a -> ImportStore.clip(a, 400))
                                .limit(4)
                                .toList()));
                rows.add(row);
            }
        });
        if (!rows.isEmpty()) {
            tx.batch(
                    "insert into import_remark (import_id, row_no, ordinal, outcome, column_index, column_name, found_value, taken, reason, args)"
                            + " values (:id, :row, :ordinal, :outcome, :column, :name, :found, :taken, :reason, :args)",
                    rows);
        }
    }

    /** A remark as it is kept. */
    record Kept(int row, int ordinal, String heading, Remark remark) {}

    static List<Kept> remarks(Tx tx, long id, int afterRow, int afterOrdinal, int limit) {
        return remarks(tx, id, Optional.empty(), afterRow, afterOrdinal, limit);
    }

    static List<Kept> remarks(
            Tx tx, long id, Optional<Remark.Outcome> outcome, int afterRow, int afterOrdinal, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("id", id, "row", afterRow, "ordinal", afterOrdinal));
        outcome.ifPresent(one -> params.put("outcome", one));
        return tx.list(
                "select row_no, ordinal, outcome, column_index, column_name, found_value, taken, reason, args from import_remark where import_id = :id"
                        + (outcome.isPresent() ? " and outcome = :outcome" : "")
                        + " and (row_no > :row or (row_no = :row and ordinal > :ordinal)) order by row_no, ordinal fetch first "
                        + limit
                        + " rows only",
                params,
                row -> new Kept(
                        row.integer("row_no"),
                        row.integer("ordinal"),
                        row.text("column_name"),
                        new Remark(
                                row.value("outcome", Remark.Outcome.class),
                                row.integer("column_index"),
                                row.text("reason"),
                                row.text("found_value"),
                                row.text("taken"),
                                Json.strings(row.text("args")))));
    }

    /** Rows that were not taken: neither they nor later ones like them are the first of their child. */
    static Set<Integer> rowsNotTaken(Tx tx, long id) {
        Set<Integer> rows = new HashSet<>();
        tx.each(
                "select distinct row_no from import_remark where import_id = :id and outcome in ('REJECTED', 'DOUBTFUL')",
                Map.of("id", id),
                row -> rows.add(row.integer("row_no")));
        return rows;
    }
}
