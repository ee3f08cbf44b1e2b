package kz.jolkarta.registry.awards;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Tx;

/** Awards that wait for a place of their quota, in the database. */
final class QueueStore {
    private QueueStore() {}

    /**
     * Notes that the award is approved but for a place.
     *
     * @return false when it was changed meanwhile
     */
    static boolean queue(Tx tx, Award award, long quota, Instant since, long by) {
        return tx.update(
                        "update award set quota_id = :quota, waiting_since = :since, approved_by = :by, version = version + 1"
                                + " where id = :id and state = :state and version = :version",
                        Map.of(
                                "id",
                                award.id(),
                                "quota",
                                quota,
                                "since",
                                since,
                                "by",
                                by,
                                "state",
                                award.state(),
                                "version",
                                award.version()))
                == 1;
    }

    /**
     * Approves those who waited and were called; who approved them but for the place stays on record.
     *
     * @return their territories
     */
    static Map<Long, String> approve(Tx tx, List<Long> ids) {
        int rows = tx.update(
                "update award set state = 'APPROVED', waiting_since = null, version = version + 1"
                        + " where id in (:ids) and state = 'COMMISSION' and waiting_since is not null",
                Map.of("ids", ids));
        if (rows != ids.size()) {
            throw new IllegalStateException(ids.size() + " were called to places, " + rows + " of them waited");
        }
        Map<Long, String> territories = new HashMap<>();
        tx.each(
                "select id, territory from award where id in (:ids)",
                Map.of("ids", ids),
                row -> territories.put(row.number("id"), row.text("territory")));
        return territories;
    }

    /** Each with its place in its queue, when it waits; the queues are read once for all. */
    static List<Award> placed(Tx tx, List<Award> awards) {
        Set<Long> quotas = awards.stream()
                .filter(QueueStore::inLine)
                .flatMap(a -> a.quotaId().stream())
                .collect(Collectors.toSet());
        if (quotas.isEmpty()) {
            return awards;
        }
        Map<Long, Integer> places = places(tx, quotas);
        return awards.stream()
                .map(a -> inLine(a) ? a.inQueue(places.getOrDefault(a.id(), 0)) : a)
                .toList();
    }

    /** One whose holder moved to a region without a quota waits for the quota first. */
    private static boolean inLine(Award award) {
        return award.waits() && award.quotaId().isPresent();
    }

    private static Map<Long, Integer> places(Tx tx, Collection<Long> quotas) {
        Map<Long, Integer> lengths = new HashMap<>();
        Map<Long, Integer> places = new HashMap<>();
        tx.each(
                "select id, quota_id from award where quota_id in (:quotas) and waiting_since is not null order by created_at, id",
                Map.of("quotas", quotas),
                row -> places.put(row.number("id"), lengths.merge(row.number("quota_id"), 1, Integer::sum)));
        return places;
    }
}
