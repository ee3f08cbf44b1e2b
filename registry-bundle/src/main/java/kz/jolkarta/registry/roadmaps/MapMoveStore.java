package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** States of road maps in the database; each statement finds the map only as it was read. */
final class MapMoveStore {
    private MapMoveStore() {}

    /** @return false when it was changed meanwhile */
    static boolean agree(Tx tx, long id, int version, String with, LocalDate on) {
        return tx.update(
                        "update road_map set state = 'AGREED', agreed_on = :on, agreed_with = :with, version = version + 1"
                                + " where id = :id and version = :version and state in ('DRAFT', 'AGREED')",
                        Map.of("id", id, "version", version, "on", on, "with", with))
                == 1;
    }

    /** The agreement is not enough. */
    static boolean redraft(Tx tx, long id, int version, String reason) {
        return tx.update(
                        "update road_map set state = 'DRAFT', agreed_on = null, agreed_with = null, reason = :reason,"
                                + " version = version + 1 where id = :id and version = :version and state = 'AGREED'",
                        Map.of("id", id, "version", version, "reason", reason))
                == 1;
    }

    /** @param versions by map, as they were read @return how many were approved */
    static int approve(Tx tx, Map<Long, Integer> versions, LocalDate on, long by) {
        return tx.batch(
                "update road_map set state = 'APPROVED', approved_on = :on, approved_by = :by, reason = null,"
                        + " version = version + 1 where id = :id and version = :version and state = 'AGREED'",
                rows(versions, Map.of("on", on, "by", by)));
    }

    static boolean close(Tx tx, long id, int version, LocalDate on, MapChange change) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        params.put("on", on);
        params.put("reason", change.reason().isEmpty() ? null : change.reason());
        params.put("conclusion", change.conclusion().isEmpty() ? null : change.conclusion());
        return tx.update(
                        "update road_map set state = 'CLOSED', closed_on = :on, reason = :reason, conclusion = :conclusion,"
                                + " version = version + 1 where id = :id and version = :version and state <> 'CLOSED'",
                        params)
                == 1;
    }

    /** One that was closed with a conclusion holds again. @return false when it was changed since */
    static boolean reopen(Tx tx, long id, int version) {
        return tx.update(
                        "update road_map set state = 'APPROVED', closed_on = null, conclusion = null, version = version + 1"
                                + " where id = :id and version = :version and state = 'CLOSED'",
                        Map.of("id", id, "version", version))
                == 1;
    }

    /** A map that holds. */
    record Holding(long id, long child, int year, int version) {}

    /** Approved maps of the children, the earlier years first. */
    static List<Holding> approved(Tx tx, Collection<Long> children) {
        return tx.list(
                "select id, child_id, school_year, version from road_map" + Along.constraint("road_map_child")
                        + " where child_id in (:children) and state = 'APPROVED' order by school_year, id",
                Map.of("children", children),
                row -> new Holding(
                        row.number("id"), row.number("child_id"), row.integer("school_year"), row.integer("version")));
    }

    /** They held until the day before, or for the one day when they were approved on it. */
    static void supersede(Tx tx, Collection<Long> ids, LocalDate on) {
        tx.update(
                "update road_map set state = 'CLOSED', version = version + 1,"
                        + " closed_on = case when approved_on < :on then :eve else approved_on end where id in (:ids)"
                        + " and state = 'APPROVED'",
                Map.of("ids", ids, "on", on, "eve", on.minusDays(1)));
    }

    /** Takes approvals back. */
    static void unapprove(Tx tx, Collection<Long> ids) {
        tx.update(
                "update road_map set state = 'AGREED', approved_on = null, approved_by = null, version = version + 1"
                        + " where id in (:ids) and state = 'APPROVED'",
                Map.of("ids", ids));
    }

    /** Maps that a later one had closed hold again. @param versions as the closing left them; another one since stays closed */
    static void resume(Tx tx, Map<Long, Integer> versions) {
        tx.batch(
                "update road_map set state = 'APPROVED', closed_on = null, version = version + 1"
                        + " where id = :id and version = :version and state = 'CLOSED'",
                rows(versions, Map.of()));
    }

    static Map<Long, Integer> versions(Tx tx, Collection<Long> ids) {
        Map<Long, Integer> versions = new HashMap<>();
        tx.each(
                "select id, version from road_map" + Along.constraint("road_map_pk") + " where id in (:ids)",
                Map.of("ids", ids),
                row -> versions.put(row.number("id"), row.integer("version")));
        return versions;
    }

    /** The name of the child's representative on record. */
    static Optional<String> representative(Tx tx, long child, long id) {
        return tx.one(
                "select name from representative where id = :id and child_id = :child",
                Map.of("id", id, "child", child),
                row -> row.text("name"));
    }

    /** Names of the child's representatives on record, by id. */
    static Map<Long, String> representatives(Tx tx, long child) {
        Map<Long, String> names = new java.util.LinkedHashMap<>();
        tx.list(
                        "select id, name from representative where child_id = :child order by id",
                        Map.of("child", child),
                        row -> Map.entry(row.number("id"), row.text("name")))
                .forEach(found -> names.put(found.getKey(), found.getValue()));
        return names;
    }

    private static List<Map<String, Object>> rows(Map<Long, Integer> versions, Map<String, Object> common) {
        return versions.entrySet().stream()
                .map(entry -> {
                    Map<String, Object> row = new HashMap<>(common);
                    row.put("id", entry.getKey());
                    row.put("version", entry.getValue());
                    return row;
                })
                .toList();
    }
}
