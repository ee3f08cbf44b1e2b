package kz.jolkarta.registry.bulk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** Changes of jobs over many records in the database. */
final class BulkStore {
    private BulkStore() {}

    static void insert(Tx tx, long job, String kind, List<Changed> changes) {
        tx.batch(
                "insert into bulk_change (job_id, kind, record_id, version_after, before_json)"
                        + " values (:job, :kind, :record, :version, :before)",
                changes.stream()
                        .map(change -> {
                            Map<String, Object> row = new HashMap<>();
                            row.put("job", job);
                            row.put("kind", kind);
                            row.put("record", change.id());
                            row.put("version", change.version());
                            row.put("before", change.before().isEmpty() ? null : change.before());
                            return row;
                        })
                        .toList());
    }

    static long count(Tx tx, long job) {
        return tx.number("select count(*) from bulk_change where job_id = :job", Map.of("job", job));
    }

    /** What is not undone yet behind a record, by kind, in the order of the ids. */
    static Map<String, List<Changed>> open(Tx tx, long job, long after, int limit) {
        Map<String, List<Changed>> changes = new LinkedHashMap<>();
        tx.each(
                "select kind, record_id, version_after, before_json from bulk_change where job_id = :job and undone_at is null"
                        + " and record_id > :after order by record_id fetch first " + limit + " rows only",
                Map.of("job", job, "after", after),
                row -> changes.computeIfAbsent(row.text("kind"), kind -> new java.util.ArrayList<>())
                        .add(new Changed(
                                row.number("record_id"), row.integer("version_after"), row.text("before_json"))));
        return changes;
    }

    /** @return how many of them nobody has undone before */
    static int undone(Tx tx, long job, String kind, Collection<Long> ids, Instant at) {
        return tx.update(
                "update bulk_change set undone_at = :at where job_id = :job and kind = :kind and record_id in (:ids)"
                        + " and undone_at is null",
                Map.of("job", job, "kind", kind, "ids", ids, "at", at));
    }

    static void keep(Tx tx, long job, String kind, Collection<Long> ids) {
        tx.update(
                "update bulk_change set undone_at = null where job_id = :job and kind = :kind and record_id in (:ids)",
                Map.of("job", job, "kind", kind, "ids", ids));
    }
}
