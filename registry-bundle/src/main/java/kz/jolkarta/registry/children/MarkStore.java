package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** The table of marks. */
final class MarkStore {
    private MarkStore() {}

    static List<MarkEntry> of(Tx tx, long child) {
        return tx.list(
                "select school_year, excellent, recorded_on from child_marks where child_id = :child"
                        + " order by school_year desc",
                Map.of("child", child),
                row -> new MarkEntry(row.integer("school_year"), row.flag("excellent"), row.date("recorded_on")));
    }

    /** The caller holds the child's row, so nobody adds the same year in between. */
    static void put(Tx tx, long child, MarkEntry entry, LocalDate today) {
        Map<String, Object> params =
                Map.of("child", child, "year", entry.schoolYear(), "excellent", entry.excellent(), "today", today);
        int changed = tx.update(
                "update child_marks set excellent = :excellent, recorded_on = :today"
                        + " where child_id = :child and school_year = :year",
                params);
        if (changed == 0) {
            tx.update(
                    "insert into child_marks (child_id, school_year, excellent, recorded_on)"
                            + " values (:child, :year, :excellent, :today)",
                    params);
        }
    }
}
