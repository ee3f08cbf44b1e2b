package kz.jolkarta.registry.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Tx;

/** The demonstration data in the database, and which of its steps are done. */
final class DemoStore {
    private DemoStore() {}

    /** A place where something is held. */
    record Place(long id, String kind, String name, String territory) {}

    static boolean done(Tx tx, String step) {
        return tx.number("select count(*) from demo_step where step = :step", Map.of("step", step)) > 0;
    }

    static void mark(Tx tx, String step, Instant at) {
        tx.update("insert into demo_step (step, done_at) values (:step, :at)", Map.of("step", step, "at", at));
    }

    /** The children of an imported list, in an order that does not depend on the run. */
    static List<DemoChild> children(Tx tx, long batch) {
        return tx.list(
                "select id, territory, birth_date from child where import_id = :batch order by iin, id",
                Map.of("batch", batch),
                row -> new DemoChild(row.number("id"), row.text("territory"), row.date("birth_date")));
    }

    /** The imports that were begun for the demonstration, oldest first. */
    static List<Long> batches(Tx tx, String fileName) {
        return tx.list(
                "select id from import_batch where file_name = :name and owner = 0 order by id",
                Map.of("name", fileName),
                row -> row.number("id"));
    }

    /** As if the list had been brought in on that day. */
    static void backdate(Tx tx, long batch, LocalDate day) {
        Map<String, Object> params = Map.of("batch", batch, "day", day);
        tx.update("update child set registered_on = :day where import_id = :batch and registered_on > :day", params);
        tx.update(
                "update child_talent set identified_on = :day where import_id = :batch and identified_on > :day",
                params);
        tx.update("update child_category set valid_from = :day where import_id = :batch and valid_from > :day", params);
    }

    static List<Place> places(Tx tx, String kind) {
        return tx.list(
                "select id, kind, name, territory from organisation where kind = :kind and territory like '23%' order by id",
                Map.of("kind", kind),
                row -> new Place(row.number("id"), row.text("kind"), row.text("name"), row.text("territory")));
    }

    static List<Long> coaches(Tx tx) {
        return tx.list(
                "select s.id from staff s join organisation o on o.id = s.organisation_id"
                        + " where o.kind = 'TECHNOPARK' and s.position = 'TEACHER' order by s.id",
                Map.of(),
                row -> row.number("id"));
    }

    /** Children whose consent to publicity holds on the day. */
    static List<Long> consented(Tx tx, LocalDate day) {
        return tx.list(
                "select distinct child_id from consent where purpose = 'PUBLICITY' and deliverable_id is null and given_on <= :day"
                        + " and (withdrawn_on is null or withdrawn_on > :day) order by child_id",
                Map.of("day", day),
                row -> row.number("child_id"));
    }

    static void withdraw(Tx tx, long child, LocalDate day) {
        tx.update(
                "update consent set withdrawn_on = :day where child_id = :child and purpose = 'PUBLICITY' and withdrawn_on is null",
                Map.of("child", child, "day", day));
    }

    /** @param rows values by column, the same columns in each; table and columns are words of the code */
    static void insert(Tx tx, String table, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String columns = String.join(", ", rows.get(0).keySet());
        String values = rows.get(0).keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
        tx.batch("insert into " + table + " (" + columns + ") values (" + values + ")", rows);
    }
}
