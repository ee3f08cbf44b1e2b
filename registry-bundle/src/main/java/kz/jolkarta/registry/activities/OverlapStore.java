package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** The places that persons have in other activities on the same days. */
final class OverlapStore {
    /** A place somebody has or waits for. */
    record Other(long person, long activity, String title, LocalDate starts, LocalDate ends) {}

    private OverlapStore() {}

    /** One statement for each row, sent together, so that all who lock several persons do so in the same order. */
    static void lock(Tx tx, boolean children, List<Long> ascending) {
        String table = children ? "child" : "staff";
        tx.batch(
                "update " + table + " set version = version where id = :id",
                ascending.stream().map(id -> Map.of("id", id)).toList());
    }

    static List<Other> taken(
            Tx tx,
            boolean children,
            String measure,
            Collection<String> types,
            long activity,
            LocalDate starts,
            LocalDate ends,
            Collection<Long> people) {
        String who = children ? "p.child_id" : "p.staff_id";
        String along = children ? Along.constraint("participation_child_fk") : "";
        Map<String, Object> params = new HashMap<>();
        params.put("people", people);
        params.put("activity", activity);
        params.put("measure", measure);
        params.put("types", types);
        params.put("starts", starts);
        params.put("ends", ends);
        return tx.list(
                "select " + who + " who, a.id, a.title, a.starts, a.ends from participation p" + along
                        + " join activity a on a.id = p.activity_id where " + who + " in (:people)"
                        + " and p.state in ('ACCEPTED', 'WAITING', 'ATTENDED') and p.activity_id <> :activity"
                        + " and a.measure = :measure and a.type in (:types) and a.state <> 'CANCELLED'"
                        + " and a.starts <= :ends and a.ends >= :starts order by a.starts, a.id",
                params,
                row -> new Other(
                        row.number("who"), row.number("id"), row.text("title"), row.date("starts"), row.date("ends")));
    }

    /** The persons who have a place or wait in this activity. */
    static List<Long> people(Tx tx, boolean children, long activity) {
        String who = children ? "child_id" : "staff_id";
        return tx.list(
                "select " + who + " who from participation where activity_id = :activity and " + who
                        + " is not null and state in ('ACCEPTED', 'WAITING', 'ATTENDED')",
                Map.of("activity", activity),
                row -> row.number("who"));
    }
}
