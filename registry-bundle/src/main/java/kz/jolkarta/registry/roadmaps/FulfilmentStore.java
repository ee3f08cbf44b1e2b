package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Steps that records can do, and the records that can do them, in the database. */
final class FulfilmentStore {
    /** A step that no person has decided on: planned, or done by a record. */
    private static final String OPEN =
            "s.measure <> '' and (s.state = 'PLANNED' or s.state = 'DONE' and s.record_id is not null)";

    private FulfilmentStore() {}

    /** A record. */
    record Key(StepRecord.Kind kind, long id) {}

    /** @param record what has done the step; null while it is planned */
    record Open(
            long id,
            long map,
            int version,
            long child,
            String territory,
            int year,
            String measure,
            String type,
            Key record) {}

    /** @param on the day it counts for */
    record Deed(Key key, String measure, String type, LocalDate on) {}

    /** Approved maps of the children that have such a step, in the order in which they are locked. */
    static List<Long> maps(Tx tx, Collection<Long> children) {
        return tx.list(
                "select m.id from road_map m" + Along.constraint("road_map_child")
                        + " where m.child_id in (:children) and m.state = 'APPROVED' and exists"
                        + " (select 1 from road_map_step s where s.road_map_id = m.id and " + OPEN + ") order by m.id",
                Map.of("children", children),
                row -> row.number("id"));
    }

    static void lock(Tx tx, Collection<Long> maps) {
        tx.update("update road_map set version = version where id in (:maps)", Map.of("maps", maps));
    }

    /** In the order in which they are due. */
    static List<Open> steps(Tx tx, List<Long> maps) {
        return tx.list(
                "select s.id, s.road_map_id, s.measure, s.type, s.record_kind, s.record_id, m.version, m.child_id, m.school_year,"
                        + " c.territory from road_map_step s" + Along.index("road_map_step_map")
                        + " join road_map m" + Along.looping("road_map_pk") + " on m.id = s.road_map_id join child c"
                        + Along.looping("child_pk") + " on c.id = m.child_id where s.road_map_id in (:maps)"
                        + " and m.state = 'APPROVED' and " + OPEN + " order by s.due_on, s.id",
                Map.of("maps", maps),
                FulfilmentStore::open);
    }

    private static Open open(Row row) {
        boolean done = row.optionalNumber("record_id").isPresent();
        return new Open(
                row.number("id"),
                row.number("road_map_id"),
                row.integer("version"),
                row.number("child_id"),
                row.text("territory"),
                row.integer("school_year"),
                row.text("measure"),
                row.text("type"),
                done ? new Key(row.value("record_kind", StepRecord.Kind.class), row.number("record_id")) : null);
    }

    /** What the children have attended and hold, by child, the earliest first. */
    static Map<Long, List<Deed>> deeds(Tx tx, Collection<Long> children, ZoneId zone) {
        Map<Long, List<Deed>> deeds = new HashMap<>();
        tx.each(
                "select p.id, p.child_id, a.measure, a.type, a.ends from participation p"
                        + Along.constraint("participation_child_fk") + " join activity a" + Along.LOOP
                        + " on a.id = p.activity_id"
                        + " where p.child_id in (:children) and p.state = 'ATTENDED' and a.state <> 'CANCELLED'",
                Map.of("children", children),
                row -> add(deeds, row, StepRecord.Kind.PARTICIPATION, row.date("ends")));
        tx.each(
                "select id, child_id, measure, type, date_from, protocol_date, created_at from award"
                        + Along.constraint("award_child_fk")
                        + " where child_id in (:children) and state in ('ISSUED', 'ENDED')",
                Map.of("children", children),
                row -> add(
                        deeds,
                        row,
                        StepRecord.Kind.AWARD,
                        row.optionalDate("date_from")
                                .or(() -> row.optionalDate("protocol_date"))
                                .orElseGet(() -> LocalDate.ofInstant(row.instant("created_at"), zone))));
        deeds.values()
                .forEach(list -> list.sort(Comparator.comparing(Deed::on)
                        .thenComparing(deed -> deed.key().id())));
        return deeds;
    }

    private static void add(Map<Long, List<Deed>> deeds, Row row, StepRecord.Kind kind, LocalDate on) {
        deeds.computeIfAbsent(row.number("child_id"), child -> new ArrayList<>())
                .add(new Deed(new Key(kind, row.number("id")), row.text("measure"), row.text("type"), on));
    }

    static void write(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "update road_map_step set state = :state, done_on = :done, record_kind = :kind, record_id = :record"
                        + " where id = :id",
                rows);
    }

    /** What records have done is planned again. */
    static void reopen(Tx tx, Collection<Long> maps) {
        tx.update(
                "update road_map_step set state = 'PLANNED', done_on = null, record_kind = null, record_id = null"
                        + " where road_map_id in (:maps) and record_id is not null",
                Map.of("maps", maps));
    }

    static void touch(Tx tx, Collection<Long> maps) {
        tx.update("update road_map set version = version + 1 where id in (:maps)", Map.of("maps", maps));
    }
}
