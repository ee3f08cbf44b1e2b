package kz.jolkarta.registry.roadmaps;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Individual road maps in the database. */
final class RoadMapStore {
    private static final String COMMON =
            "m.id, m.child_id, m.school_year, m.state, m.due_on, m.drawn_up_on, m.agreed_on, m.approved_on, m.closed_on, m.version,"
                    + " c.territory, c.surname, c.given_name, c.patronymic, f.form_no, case when "
                    + RoadMapFilter.OVERDUE + " then 1 else 0 end overdue";
    private static final String ROW = "select " + COMMON
            + ", (select count(*) from road_map_step s where s.road_map_id = m.id and s.state <> 'DROPPED') steps"
            + ", (select count(*) from road_map_step s where s.road_map_id = m.id and s.state = 'DONE') done"
            + ", (select count(*) from road_map_step s where s.road_map_id = m.id and s.state = 'PLANNED' and s.due_on < :today) late"
            + ", (select min(s.due_on) from road_map_step s where s.road_map_id = m.id and s.state = 'PLANNED') next_due";
    private static final String WHOLE = "select " + COMMON
            + ", m.form_id, m.agreed_with, m.approved_by, m.conclusion, m.reason, m.created_by, m.content_by, m.content,"
            + " c.school_id, f.content form_content";
    private static final String FORM = " join road_map_form f on f.id = m.form_id";
    private static final String PEOPLE = " join child c" + Along.looping("child_pk") + " on c.id = m.child_id" + FORM;

    private RoadMapStore() {}

    /** The page is found first and read afterwards, so that only its rows are joined and counted. */
    static List<RoadMapRow> list(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today, Paging page) {
        Query query = filter.query(scope, today);
        filter.order().after(query, page);
        List<Long> ids = tx.list(
                "select m.id, m.due_on from " + filter.from(tx, scope) + " where " + query.where() + " order by "
                        + filter.order().sql() + page.fetch(),
                query.params(),
                row -> row.number("id"));
        return tx.list(
                ROW + " from road_map m" + Along.constraint("road_map_pk") + PEOPLE + " where m.id in (:ids) order by "
                        + filter.order().sql(),
                Map.of("ids", ids, "today", today),
                RoadMapStore::row);
    }

    static List<RoadMapRow> ofChild(Tx tx, long child, LocalDate today) {
        return tx.list(
                ROW + " from road_map m" + PEOPLE + " where m.child_id = :child order by m.school_year desc",
                Map.of("child", child, "today", today),
                RoadMapStore::row);
    }

    static void each(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today, Consumer<RoadMapRow> visitor) {
        Query query = filter.query(scope, today).with("today", today);
        tx.each(
                ROW + " from road_map m" + PEOPLE + " where " + query.where() + " order by m.id",
                query.params(),
                row -> visitor.accept(row(row)));
    }

    /** In the order of the ids. */
    static List<Long> ids(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today, int most) {
        Query query = filter.query(scope, today);
        return tx.list(
                "select m.id from road_map m join child c on c.id = m.child_id where " + query.where()
                        + " order by m.id fetch first " + most + " rows only",
                query.params(),
                row -> row.number("id"));
    }

    static long count(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today) {
        Query query = filter.query(scope, today);
        return tx.number(
                "select count(*) from road_map m join child c on c.id = m.child_id where " + query.where(),
                query.params());
    }

    static Optional<RoadMap> find(Tx tx, long id, Scope scope, LocalDate today) {
        return find(tx, List.of(id), scope, today).stream().findFirst();
    }

    /** Those of the maps whose children are in the scope, in the order of their ids. */
    static List<RoadMap> find(Tx tx, Collection<Long> ids, Scope scope, LocalDate today) {
        Map<Long, List<Goal>> goals = GoalStore.of(tx, ids);
        Map<Long, List<RoadMapStep>> steps = StepStore.of(tx, ids, today);
        return tx.list(
                WHOLE + " from road_map m" + Along.constraint("road_map_pk") + PEOPLE
                        + " where m.id in (:ids) and c.state not in ('ARCHIVED', 'MERGED') and c.destroyed_on is null and "
                        + scope.persons("c")
                        + " order by m.id",
                Map.of("ids", ids, "today", today),
                row -> map(
                        row,
                        goals.getOrDefault(row.number("id"), List.of()),
                        steps.getOrDefault(row.number("id"), List.of())));
    }

    /** Maps of the school year by child; a child without one is not in it. */
    static Map<Long, Long> existing(Tx tx, Collection<Long> children, int year) {
        Map<Long, Long> maps = new HashMap<>();
        tx.each(
                "select child_id, id from road_map" + Along.constraint("road_map_child")
                        + " where child_id in (:children) and school_year = :year",
                Map.of("children", children, "year", year),
                row -> maps.put(row.number("child_id"), row.number("id")));
        return maps;
    }

    record New(long id, long child, long form, int year, LocalDate due, LocalDate today, long by, Instant at) {
        Map<String, Object> row(String content) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", id);
            row.put("child", child);
            row.put("form", form);
            row.put("year", year);
            row.put("content", content);
            row.put("due", due);
            row.put("today", today);
            row.put("by", by);
            row.put("at", at);
            return row;
        }
    }

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "insert into road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on, created_by,"
                        + " content_by, created_at)"
                        + " values (:id, :child, :form, :year, 'DRAFT', :content, :due, :today, :by, :by, :at)",
                rows);
    }

    static boolean update(Tx tx, long id, int version, LocalDate due, String content, long by) {
        return tx.update(
                        "update road_map set due_on = :due, content = :content, content_by = :by, state = 'DRAFT',"
                                + " agreed_on = null, agreed_with = null, version = version + 1"
                                + " where id = :id and version = :version and state in ('DRAFT', 'AGREED')",
                        Map.of("id", id, "version", version, "due", due, "content", content, "by", by))
                == 1;
    }

    /** After goals or the plan were changed: what was agreed to is not what the map says any more. @return false when it was changed meanwhile */
    static boolean touch(Tx tx, long id, int version, long by) {
        return tx.update(
                        "update road_map set version = version + 1, content_by = :by,"
                                + " agreed_on = case when state = 'AGREED' then null else agreed_on end,"
                                + " agreed_with = case when state = 'AGREED' then null else agreed_with end,"
                                + " state = case when state = 'AGREED' then 'DRAFT' else state end"
                                + " where id = :id and version = :version",
                        Map.of("id", id, "version", version, "by", by))
                == 1;
    }

    private static RoadMapRow row(Row row) {
        return new RoadMapRow(
                row.number("id"),
                row.number("child_id"),
                name(row),
                row.text("territory"),
                row.integer("school_year"),
                row.value("state", RoadMapState.class),
                row.date("due_on"),
                row.date("drawn_up_on"),
                row.optionalDate("agreed_on").orElse(null),
                row.optionalDate("approved_on").orElse(null),
                row.optionalDate("closed_on").orElse(null),
                row.integer("form_no"),
                Progress.of(
                        row.integer("steps"),
                        row.integer("done"),
                        row.integer("late"),
                        row.optionalDate("next_due").orElse(null)),
                row.integer("overdue") == 1,
                row.integer("version"));
    }

    private static RoadMap map(Row row, List<Goal> goals, List<RoadMapStep> steps) {
        return new RoadMap(
                row.number("id"),
                row.number("child_id"),
                name(row),
                row.text("territory"),
                row.optionalNumber("school_id").orElse(null),
                row.integer("school_year"),
                row.value("state", RoadMapState.class),
                row.date("due_on"),
                row.date("drawn_up_on"),
                row.optionalDate("agreed_on").orElse(null),
                row.optionalText("agreed_with").orElse(null),
                row.optionalDate("approved_on").orElse(null),
                row.optionalNumber("approved_by").orElse(null),
                row.optionalDate("closed_on").orElse(null),
                row.optionalText("conclusion").orElse(null),
                row.optionalText("reason").orElse(null),
                row.number("created_by"),
                row.optionalNumber("content_by").orElse(null),
                row.integer("overdue") == 1,
                Progress.of(steps),
                row.number("form_id"),
                row.integer("form_no"),
                FormStore.content(row.text("form_content")).sections(),
                Content.read(row.text("content")),
                List.of(),
                goals,
                steps,
                row.integer("version"));
    }

    private static String name(Row row) {
        return Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"));
    }
}
