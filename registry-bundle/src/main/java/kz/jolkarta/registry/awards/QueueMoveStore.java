package kz.jolkarta.registry.awards;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Awards that change from one region's queue into another's, in the database. */
final class QueueMoveStore {
    private static final String WAITING = "select a.id, a.measure, a.type, a.award_year, a.territory, a.quota_id,"
            + " a.created_at, a.waiting_since, a.version, a.state from award a";

    private QueueMoveStore() {}

    record Waiting(
            long id,
            String measure,
            String type,
            int year,
            String territory,
            Optional<Long> quota,
            Instant createdAt,
            Optional<Instant> since,
            int version,
            AwardState state) {}

    /** Awards that wait for a place of a region's quota, or for the quota itself, whose holder lives in another region now; with the residence. */
    static Map<Long, String> elsewhere(Tx tx, Collection<Long> children) {
        Map<Long, String> found = new TreeMap<>();
        tx.each(
                "select a.id, c.territory from award a" + Along.constraint("award_child_fk")
                        + " join child c on c.id = a.child_id left join quota q on q.id = a.quota_id"
                        + " where a.child_id in (:children) and a.waiting_since is not null"
                        + " and (q.id is null or q.territory <> '') and substr(c.territory, 1, 2) <> substr(a.territory, 1, 2)",
                Map.of("children", children),
                row -> found.put(row.number("id"), row.text("territory")));
        return found;
    }

    static Optional<Waiting> find(Tx tx, long id) {
        return tx.one(WAITING + " where a.id = :id", Map.of("id", id), QueueMoveStore::waiting);
    }

    /** Those who wait for the quota itself, in their turn. */
    static List<Waiting> homeless(Tx tx, String measure, String type, String region, int year) {
        return tx.list(
                WAITING + " where a.measure = :measure and a.type = :type and a.award_year = :year and "
                        + Scope.of(region).condition("a.territory")
                        + " and a.waiting_since is not null and a.quota_id is null order by a.created_at, a.id",
                Map.of("measure", measure, "type", type, "year", year),
                QueueMoveStore::waiting);
    }

    /** @return false when it was changed meanwhile */
    static boolean leave(Tx tx, Waiting award, String territory) {
        return tx.update(
                        "update award set territory = :territory, quota_id = null, version = version + 1"
                                + " where id = :id and version = :version",
                        Map.of("id", award.id(), "version", award.version(), "territory", territory))
                == 1;
    }

    static void enter(Tx tx, long id, long quota) {
        tx.update("update award set quota_id = :quota where id = :id", Map.of("id", id, "quota", quota));
    }

    /** As it waited before, not yet in a line. @return false when it was changed since */
    static boolean back(Tx tx, QueueShift shift) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", shift.award());
        params.put("version", shift.versionAfter());
        params.put("territory", shift.from());
        params.put("since", shift.waitingSince());
        return tx.update(
                        "update award set territory = :territory, quota_id = null, state = 'COMMISSION',"
                                + " waiting_since = :since, version = version + 1 where id = :id and version = :version",
                        params)
                == 1;
    }

    private static Waiting waiting(Row row) {
        return new Waiting(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.integer("award_year"),
                row.text("territory"),
                row.optionalNumber("quota_id"),
                row.instant("created_at"),
                row.optionalInstant("waiting_since"),
                row.integer("version"),
                row.value("state", AwardState.class));
    }
}
