package kz.jolkarta.registry.departures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Departures, and the states of children that follow from them, in the database. */
final class DepartureStore {
    private static final String CHILD = "select c.id, c.territory, c.school_id, c.state, c.left_on,"
            + " coalesce(c.resident_from, c.birth_date) since, c.version from child c where ";

    private static final String COLUMNS = "select d.id, d.child_id, d.kind, d.ground, d.on_day, d.reason, d.where_to,"
            + " d.made_at, d.ended_at, d.journal from child_departure d where ";

    private DepartureStore() {}

    /** A departure with the child and the journal of what it changed, "" for none. */
    record Kept(long child, Departure departure, String journal) {}

    static Optional<Leaver> child(Tx tx, long id, Scope scope) {
        return tx.one(
                CHILD + "c.id = :id and c.state <> 'MERGED' and c.destroyed_on is null and " + scope.persons("c"),
                Map.of("id", id),
                DepartureStore::leaver);
    }

    static List<Leaver> children(Tx tx, Collection<Long> ids, Scope scope) {
        return tx.list(
                CHILD + "c.id in (:ids) and c.destroyed_on is null and " + scope.persons("c") + " order by c.id",
                Map.of("ids", ids),
                DepartureStore::leaver);
    }

    /** @return false when the child is of another version by now; likewise below */
    static boolean settle(Tx tx, Leaver child, String state, Optional<LocalDate> leftOn, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", child.id());
        params.put("version", child.version());
        params.put("state", state);
        params.put("left", leftOn);
        params.put("now", now);
        return tx.update(
                        "update child set state = :state, left_on = :left, version = version + 1, updated_at = :now"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    static boolean backAt(Tx tx, Leaver child, ReturnInput input, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", child.id());
        params.put("version", child.version());
        params.put("school", input.schoolId());
        params.put("grade", input.grade());
        params.put("letter", input.gradeLetter());
        params.put("since", input.onDay());
        params.put("now", now);
        return tx.update(
                        "update child set state = 'ACTIVE', left_on = null, school_id = :school, grade = :grade,"
                                + " grade_letter = :letter, resident_from = :since, version = version + 1, updated_at = :now"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    /** Puts many into the archive; @param rows {@code id} and {@code version} of each @return how many were of that version */
    static int archive(Tx tx, List<Map<String, Object>> rows) {
        return tx.batch(
                "update child set state = 'ARCHIVED', version = version + 1, updated_at = :now"
                        + " where id = :id and version = :version and state = 'LEFT'",
                rows);
    }

    /** Takes many out of the archive. @param rows {@code id}, {@code state} and {@code version} of each */
    static int unarchive(Tx tx, List<Map<String, Object>> rows) {
        return tx.batch(
                "update child set state = :state, version = version + 1, updated_at = :now"
                        + " where id = :id and version = :version and state = 'ARCHIVED'",
                rows);
    }

    static Map<String, Object> row(
            long id, Leaver child, String kind, LocalDate day, String reason, long by, Instant now) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("child", child.id());
        row.put("kind", kind);
        row.put("ground", null);
        row.put("day", day);
        row.put("reason", reason == null ? "" : reason);
        row.put("where", null);
        row.put("journal", null);
        row.put("by", by);
        row.put("now", now);
        return row;
    }

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "insert into child_departure (id, child_id, kind, ground, on_day, reason, where_to, journal, made_by, made_at)"
                        + " values (:id, :child, :kind, :ground, :day, :reason, :where, :journal, :by, :now)",
                rows);
    }

    /** The departures of the kind that last come to their end. */
    static void end(Tx tx, Collection<Long> children, String kind, long by, Instant now) {
        tx.update(
                "update child_departure set ended_by = :by, ended_at = :now where child_id in (:children)"
                        + " and kind = :kind and ended_at is null",
                Map.of("children", children, "kind", kind, "by", by, "now", now));
    }

    static List<Departure> ofChild(Tx tx, long child) {
        return tx.list(
                COLUMNS + "d.child_id = :child order by d.made_at desc, d.id desc",
                Map.of("child", child),
                row -> kept(row).departure());
    }

    static Optional<Kept> find(Tx tx, long id) {
        return tx.one(COLUMNS + "d.id = :id", Map.of("id", id), DepartureStore::kept);
    }

    /** Awards that are proposed or with the commission, without those that wait for a place. */
    static List<Effects.Given> undecided(Tx tx, long child) {
        return tx.list(
                "select a.id, a.measure, a.type, a.state, a.date_to from award a" + Along.constraint("award_child_fk")
                        + " where a.child_id = :child and a.state in ('PROPOSED', 'COMMISSION')"
                        + " and a.waiting_since is null order by a.id",
                Map.of("child", child),
                row -> new Effects.Given(
                        row.number("id"),
                        row.text("measure"),
                        row.text("type"),
                        row.text("state").toLowerCase(Locale.ROOT),
                        row.optionalDate("date_to").orElse(null)));
    }

    static boolean schoolKnown(Tx tx, long id) {
        return tx.number("select count(*) from organisation where id = :id", Map.of("id", id)) == 1;
    }

    private static Leaver leaver(Row row) {
        return new Leaver(
                row.number("id"),
                row.text("territory"),
                row.optionalNumber("school_id").orElse(0L),
                row.text("state"),
                row.date("since"),
                row.optionalDate("left_on"),
                row.integer("version"));
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number("child_id"),
                new Departure(
                        row.number("id"),
                        row.text("kind").toLowerCase(Locale.ROOT),
                        row.optionalText("ground")
                                .map(ground -> ground.toLowerCase(Locale.ROOT))
                                .orElse(null),
                        row.date("on_day"),
                        row.optionalText("reason")
                                .filter(reason -> !reason.isEmpty())
                                .orElse(null),
                        row.optionalText("where_to").orElse(null),
                        row.instant("made_at"),
                        row.optionalInstant("ended_at").orElse(null)),
                row.optionalText("journal").orElse(""));
    }
}
