package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.registry.figures.ByChild;

/** What breaks the silence about a child: a step done, or a record of it added. A corrected address does not. */
final class LifeSigns {
    /** @param moment whether the column is a moment and not a day */
    record Sign(ByChild sql, boolean moment) {
        LocalDate day(Row row, ZoneId zone) {
            return moment ? LocalDate.ofInstant(row.instant("on_day"), zone) : row.date("on_day");
        }
    }

    private static final String MAP = "road_map_child_fk";

    static final List<Sign> ALL = List.of(
            on(
                    "select m.child_id, s.done_on on_day from road_map m",
                    MAP,
                    " join road_map_step s on s.road_map_id = m.id",
                    "m.child_id",
                    " and s.state = 'DONE' and s.done_on >= :since"),
            on("select child_id, drawn_up_on on_day from road_map", MAP, "", "child_id", " and drawn_up_on >= :since"),
            on("select child_id, approved_on on_day from road_map", MAP, "", "child_id", " and approved_on >= :since"),
            at(
                    "select child_id, applied_at on_day from participation",
                    "participation_child_fk",
                    "",
                    "child_id",
                    " and applied_at >= :begins"),
            on(
                    "select p.child_id, s.held_on on_day from participation p",
                    "participation_child_fk",
                    " join presence r on r.participation_id = p.id join activity_session s on s.id = r.session_id",
                    "p.child_id",
                    " and r.present = true and s.held_on >= :since"),
            at(
                    "select child_id, created_at on_day from award",
                    "award_child_fk",
                    "",
                    "child_id",
                    " and created_at >= :begins"),
            at(
                    "select k.child_id, d.created_at on_day from deliverable_child k",
                    "",
                    " join deliverable d on d.id = k.deliverable_id",
                    "k.child_id",
                    " and d.created_at >= :begins"),
            on(
                    "select child_id, won_on on_day from achievement",
                    "achievement_child_fk",
                    "",
                    "child_id",
                    " and won_on >= :since"),
            on(
                    "select child_id, identified_on on_day from child_talent",
                    "child_talent_child_fk",
                    "",
                    "child_id",
                    " and identified_on >= :since"),
            on(
                    "select child_id, held_on on_day from diagnostic_result",
                    "diagnostic_result_child_fk",
                    "",
                    "child_id",
                    " and held_on >= :since"),
            on(
                    "select child_id, recorded_on on_day from child_marks",
                    "child_marks_child_fk",
                    "",
                    "child_id",
                    " and recorded_on >= :since"),
            on(
                    "select id child_id, registered_on on_day from child",
                    "child_pk",
                    "",
                    "id",
                    " and registered_on >= :since"));

    private LifeSigns() {}

    private static Sign on(String select, String key, String joins, String child, String extra) {
        return new Sign(new ByChild(select, key, joins, child, extra), false);
    }

    private static Sign at(String select, String key, String joins, String child, String extra) {
        return new Sign(new ByChild(select, key, joins, child, extra), true);
    }

    /** @param since the first day that breaks the silence */
    static Map<String, Object> params(LocalDate since, ZoneId zone) {
        return Map.of("since", since, "begins", since.atStartOfDay(zone).toInstant());
    }
}
