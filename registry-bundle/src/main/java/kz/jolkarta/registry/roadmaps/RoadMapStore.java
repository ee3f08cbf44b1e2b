package kz.jolkarta.registry.roadmaps;

import java.time.Instant;
import java.time.LocalDate;
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
            "m.id, m.child_id, m.school_year, m.state, m.due_on, m.drawn_up_on, m.approved_on, m.closed_on, m.version,"
                    + " c.territory, c.surname, c.given_name, c.patronymic, f.form_no, case when "
                    + RoadMapFilter.OVERDUE + " then 1 else 0 end overdue";
    private static final String ROW = "select " + COMMON
            + ", (select count(*) from road_map_step s where s.road_map_id = m.id and s.state <> 'DROPPED') steps"
            + ", (select count(*) from road_map_step s where s.road_map_id = m.id and s.state = 'DONE') done";
    private static final String WHOLE =
            "select " + COMMON + ", m.form_id, m.approved_by, m.reason, m.content, f.content form_content";
    private static final String FORM = " join road_map_form f on f.id = m.form_id";
    private static final String PEOPLE = " join child c on c.id = m.child_id" + FORM;

    private RoadMapStore() {}

    /** The page is found first and read afterwards, so that only its rows are joined and counted. */
    static List<RoadMapRow> list(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today, Paging page) {
        Query query = filter.query(scope, today);
        filter.order().after(query, page);
        List<Long> ids = tx.list(
                "select m.id, m.due_on from " + filter.from(scope) + " where " + query.where() + " order by "
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

    static long count(Tx tx, RoadMapFilter filter, Scope scope, LocalDate today) {
        Query query = filter.query(scope, today);
        return tx.number(
                "select count(*) from road_map m join child c on c.id = m.child_id where " + query.where(),
                query.params());
    }

    static Optional<RoadMap> find(Tx tx, long id, Scope scope, LocalDate today) {
        return tx.one(
                WHOLE + " from road_map m" + PEOPLE + " where m.id = :id and c.state <> 'ARCHIVED' and "
                        + scope.persons("c"),
                Map.of("id", id, "today", today),
                row -> map(tx, row));
    }

    /** The child's map of the school year, if there is one. */
    static Optional<Long> existing(Tx tx, long child, int year) {
        return tx.one(
                "select id from road_map where child_id = :child and school_year = :year",
                Map.of("child", child, "year", year),
                row -> row.number("id"));
    }

    record New(long id, long child, long form, int year, LocalDate due, LocalDate today, long by, Instant at) {}

    static void insert(Tx tx, New map, String content) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", map.id());
        params.put("child", map.child());
        params.put("form", map.form());
        params.put("year", map.year());
        params.put("content", content);
        params.put("due", map.due());
        params.put("today", map.today());
        params.put("by", map.by());
        params.put("at", map.at());
        tx.update(
                "insert into road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on, created_by,"
                        + " created_at) values (:id, :child, :form, :year, 'DRAFT', :content, :due, :today, :by, :at)",
                params);
    }

    static boolean update(Tx tx, long id, int version, LocalDate due, String content) {
        return tx.update(
                        "update road_map set due_on = :due, content = :content, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "due", due, "content", content))
                == 1;
    }

    static boolean approve(Tx tx, long id, int version, LocalDate on, long by) {
        return tx.update(
                        "update road_map set state = 'APPROVED', approved_on = :on, approved_by = :by, version = version + 1"
                                + " where id = :id and version = :version and state = 'DRAFT'",
                        Map.of("id", id, "version", version, "on", on, "by", by))
                == 1;
    }

    static boolean close(Tx tx, long id, int version, LocalDate on, String reason) {
        return tx.update(
                        "update road_map set state = 'CLOSED', closed_on = :on, reason = :reason, version = version + 1"
                                + " where id = :id and version = :version and state <> 'CLOSED'",
                        Map.of("id", id, "version", version, "on", on, "reason", reason))
                == 1;
    }

    /** Approved maps of the child of school years before this one. */
    static List<Long> approvedBefore(Tx tx, long child, int year) {
        return tx.list(
                "select id from road_map where child_id = :child and school_year < :year and state = 'APPROVED' order by id",
                Map.of("child", child, "year", year),
                row -> row.number("id"));
    }

    /** They held until the day before, or for the one day when they were approved on it. */
    static void supersede(Tx tx, List<Long> ids, LocalDate on) {
        tx.update(
                "update road_map set state = 'CLOSED', version = version + 1,"
                        + " closed_on = case when approved_on < :on then :eve else approved_on end where id in (:ids)",
                Map.of("ids", ids, "on", on, "eve", on.minusDays(1)));
    }

    /** @return false when somebody else has changed it meanwhile */
    static boolean touch(Tx tx, long id, int version) {
        return tx.update(
                        "update road_map set version = version + 1 where id = :id and version = :version",
                        Map.of("id", id, "version", version))
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
                row.optionalDate("approved_on").orElse(null),
                row.optionalDate("closed_on").orElse(null),
                row.integer("form_no"),
                row.integer("steps"),
                row.integer("done"),
                row.integer("overdue") == 1,
                row.integer("version"));
    }

    private static RoadMap map(Tx tx, Row row) {
        return new RoadMap(
                row.number("id"),
                row.number("child_id"),
                name(row),
                row.text("territory"),
                row.integer("school_year"),
                row.value("state", RoadMapState.class),
                row.date("due_on"),
                row.date("drawn_up_on"),
                row.optionalDate("approved_on").orElse(null),
                row.optionalNumber("approved_by").orElse(null),
                row.optionalDate("closed_on").orElse(null),
                row.optionalText("reason").orElse(null),
                row.integer("overdue") == 1,
                row.number("form_id"),
                row.integer("form_no"),
                FormStore.content(row.text("form_content")).sections(),
                Content.read(row.text("content")),
                StepStore.of(tx, row.number("id")),
                row.integer("version"));
    }

    private static String name(Row row) {
        return Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"));
    }
}
