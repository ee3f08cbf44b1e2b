package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.residence.Transfers.Goods;
import kz.jolkarta.registry.residence.Transfers.Held;
import kz.jolkarta.registry.residence.Transfers.Plan;
import kz.jolkarta.registry.roadmaps.RoadMapState;

/** What goes along with one child that moves. */
final class AlongStore {
    private AlongStore() {}

    static Goods of(Tx tx, long child, LocalDate day) {
        return new Goods(
                map(tx, child),
                ResidenceStore.activities(tx, child, day),
                ResidenceStore.awards(tx, child),
                awards(
                        tx,
                        child,
                        day,
                        "state in ('APPROVED', 'ISSUED') and (date_to is null and date_from is not null or date_to >= :day)"),
                awards(
                        tx,
                        child,
                        day,
                        "state in ('PROPOSED', 'COMMISSION', 'APPROVED') and waiting_since is not null"));
    }

    /** The latest map that is not closed. */
    private static Optional<Plan> map(Tx tx, long child) {
        return tx.one(
                "select m.id, m.school_year, m.state,"
                        + " (select count(*) from road_map_step s where s.road_map_id = m.id and s.state = 'PLANNED') steps,"
                        + " (select min(s.due_on) from road_map_step s where s.road_map_id = m.id and s.state = 'PLANNED') next_due"
                        + " from road_map m"
                        + Along.constraint("road_map_child_fk")
                        + " where m.child_id = :child and m.state <> 'CLOSED' order by m.school_year desc, m.id desc"
                        + " fetch first 1 rows only",
                Map.of("child", child),
                row -> new Plan(
                        row.number("id"),
                        row.integer("school_year"),
                        row.value("state", RoadMapState.class),
                        row.number("steps"),
                        row.optionalDate("next_due").orElse(null)));
    }

    private static List<Held> awards(Tx tx, long child, LocalDate day, String which) {
        return tx.list(
                "select id, measure, type, coalesce(date_from, cast(created_at as date)) first_day, date_to from award"
                        + Along.constraint("award_child_fk") + " where child_id = :child and " + which
                        + " order by id",
                Map.of("child", child, "day", day),
                AlongStore::held);
    }

    private static Held held(Row row) {
        return new Held(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.date("first_day"),
                row.optionalDate("date_to").orElse(null));
    }

    /** Its name, "" for one that is unknown by now. */
    static String school(Tx tx, long id) {
        return tx.one("select name from organisation where id = :id", Map.of("id", id), row -> row.text("name"))
                .orElse("");
    }
}
