package kz.jolkarta.registry.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Query;

/** Imported lists, what was said of their rows and what they changed. */
final class ImportStore {
    private static final String BATCH =
            "select id, owner, territory, file_name, dry_run, state, header_row, headings, mapping, rows_total, rows_read, created, updated, unchanged,"
                    + " doubtful, rejected, created_at, finished_at from import_batch where ";

    private ImportStore() {}

    static void insert(Tx tx, Batch batch, byte[] content) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", batch.id());
        row.put("owner", batch.owner());
        row.put("territory", batch.territory());
        row.put("name", clip(batch.fileName(), 300));
        row.put("dry", batch.dryRun());
        row.put("header", batch.layout().lastHeaderRow());
        row.put(
                "headings",
                Json.text(Map.of(
                        "names", batch.layout().headings(),
                        "columns",
                                batch.layout().columns().stream()
                                        .map(c -> c.map(Column::code).orElse(""))
                                        .toList())));
        row.put("mapping", Json.text(batch.mapping()));
        row.put("created", batch.created());
        row.put("content", content);
        tx.update(
                "insert into import_batch (id, owner, territory, file_name, dry_run, header_row, headings, mapping, created_at, content)"
                        + " values (:id, :owner, :territory, :name, :dry, :header, :headings, :mapping, :created, :content)",
                row);
    }

    static Optional<Batch> find(Tx tx, long id) {
        return tx.one(BATCH + "id = :id", Map.of("id", id), ImportStore::batch);
    }

    static List<Batch> list(Tx tx, Query query, boolean oldest, int limit) {
        return tx.list(
                BATCH + query.where() + " order by id" + (oldest ? "" : " desc") + " fetch first " + limit
                        + " rows only",
                query.params(),
                ImportStore::batch);
    }

    static Map<Long, String> logins(Tx tx, List<Long> accounts) {
        Map<Long, String> logins = new HashMap<>();
        tx.each(
                "select id, login from account where id in (:ids)",
                Map.of("ids", accounts),
                row -> logins.put(row.number("id"), row.text("login")));
        return logins;
    }

    /** Older batches that were begun and not ended. */
    static List<Batch> unfinishedBefore(Tx tx, long id) {
        return tx.list(
                BATCH + "id < :id and state in ('RUNNING', 'CANCELLING') order by id",
                Map.of("id", id),
                ImportStore::batch);
    }

    private static Batch batch(Row row) {
        Map<String, Object> headings = Json.map(row.text("headings"));
        List<String> names = strings(headings.get("names"));
        List<Optional<Column>> columns =
                strings(headings.get("columns")).stream().map(Column::of).toList();
        Map<String, String> mapping = new java.util.LinkedHashMap<>();
        Json.map(row.text("mapping")).forEach((heading, field) -> mapping.put(heading, String.valueOf(field)));
        return new Batch(
                row.number("id"),
                row.number("owner"),
                row.text("territory"),
                row.text("file_name"),
                row.flag("dry_run"),
                row.value("state", Batch.State.class),
                new Layout(row.integer("header_row"), names, columns),
                mapping,
                row.number("rows_total"),
                new Batch.Counts(
                        row.number("rows_read"),
                        row.number("created"),
                        row.number("updated"),
                        row.number("unchanged"),
                        row.number("doubtful"),
                        row.number("rejected")),
                row.instant("created_at"),
                row.optionalInstant("finished_at"));
    }

    private static List<String> strings(Object list) {
        return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
    }

    static Optional<InputStream> content(Tx tx, long id) {
        return tx.binary("select content from import_batch where id = :id", Map.of("id", id));
    }

    static void begin(Tx tx, long id, long total) {
        tx.update(
                "update import_batch set state = 'RUNNING', rows_total = :total where id = :id and state in ('QUEUED', 'RUNNING')",
                Map.of("id", id, "total", total));
    }

    /** A dry run that was interrupted begins anew: it left nothing behind but remarks. */
    static void restart(Tx tx, long id) {
        tx.update("delete from import_remark where import_id = :id", Map.of("id", id));
        tx.update(
                "update import_batch set rows_read = 0, created = 0, updated = 0, unchanged = 0, doubtful = 0, rejected = 0 where id = :id",
                Map.of("id", id));
    }

    static void count(Tx tx, long id, Work work) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("read", work.read());
        row.put("created", work.created);
        row.put("updated", work.updated);
        row.put("unchanged", work.unchanged);
        row.put("doubtful", work.doubtful);
        row.put("rejected", work.rejected);
        tx.update(
                "update import_batch set rows_read = rows_read + :read, created = created + :created, updated = updated + :updated,"
                        + " unchanged = unchanged + :unchanged, doubtful = doubtful + :doubtful, rejected = rejected + :rejected where id = :id",
                row);
    }

    /** @return whether the batch was in one of the states */
    static boolean move(Tx tx, long id, Batch.State to, Set<Batch.State> from) {
        return tx.update(
                        "update import_batch set state = :state where id = :id and state in (:from)",
                        Map.of(
                                "id",
                                id,
                                "state",
                                to,
                                "from",
                                from.stream().map(Enum::name).toList()))
                == 1;
    }

    static void end(Tx tx, long id, Batch.State state, Instant now) {
        tx.update(
                "update import_batch set state = :state, finished_at = :now where id = :id",
                Map.of("id", id, "state", state, "now", now));
    }

    static void undone(Tx tx, long id, Instant now) {
        tx.update(
                "update import_batch set state = 'UNDONE', undone_at = :now where id = :id",
                Map.of("id", id, "now", now));
    }

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
                row.put("name", clip(layout.heading(remark.column()), 200));
                row.put("found", clip(remark.found(), 500));
                row.put("taken", clip(remark.taken(), 500));
                row.put("reason", remark.reason());
                row.put(
                        "args",
                        Json.text(remark.args().stream()
                                .map(a -> clip(a, 400))
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

    static Map<String, Column> mapping(Tx tx, long owner) {
        Map<String, Column> mapping = new HashMap<>();
        tx.each(
                "select heading, field from import_mapping where owner = :owner",
                Map.of("owner", owner),
                row -> Column.of(row.text("field")).ifPresent(c -> mapping.put(row.text("heading"), c)));
        return mapping;
    }

    static void remember(Tx tx, long owner, Map<String, Column> mapping) {
        mapping.forEach((heading, column) -> {
            Map<String, Object> row = Map.of("owner", owner, "heading", clip(heading, 200), "field", column.code());
            if (tx.update("update import_mapping set field = :field where owner = :owner and heading = :heading", row)
                    == 0) {
                tx.update("insert into import_mapping (owner, heading, field) values (:owner, :heading, :field)", row);
            }
        });
    }

    static List<Places.Place> places(Tx tx) {
        return tx.list(
                "select code, name_kk, name_ru, rural, valid_to from territory where valid_to is null",
                Map.of(),
                row -> new Places.Place(
                        row.text("code"),
                        row.text("name_kk"),
                        row.text("name_ru"),
                        row.optionalText("rural").isPresent()));
    }

    static String clip(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
