package kz.jolkarta.registry.imports;

import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
