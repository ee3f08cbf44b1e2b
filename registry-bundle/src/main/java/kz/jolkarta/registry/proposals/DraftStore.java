package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** What drafts of road maps are filled in with, and drafts that a job has made, in the database. */
final class DraftStore {
    private DraftStore() {}

    /** Names of the psychologists of the children's schools, by child; a child whose school has none is not in it. */
    static Map<Long, String> psychologists(Tx tx, Collection<Long> children, LocalDate day) {
        Map<Long, String> names = new HashMap<>();
        tx.each(
                "select c.id, s.surname, s.given_name, s.patronymic from child c" + Along.constraint("child_pk")
                        + " join staff s on s.organisation_id = c.school_id where c.id in (:children)"
                        + " and s.position = 'PSYCHOLOGIST' and s.valid_from <= :day"
                        + " and (s.valid_to is null or s.valid_to >= :day) order by s.id",
                Map.of("children", children, "day", day),
                row -> names.putIfAbsent(row.number("id"), OfferStore.name(row)));
        return names;
    }

    /** Names of the coaches of the children's results, the latest first, by child. */
    static Map<Long, Set<String>> coaches(Tx tx, Collection<Long> children) {
        Map<Long, Set<String>> names = new HashMap<>();
        tx.each(
                "select a.child_id, s.surname, s.given_name, s.patronymic from achievement a"
                        + Along.constraint("achievement_child_fk") + " join staff s on s.id = a.coach_id"
                        + " where a.child_id in (:children) order by a.won_on desc, a.id",
                Map.of("children", children),
                row -> names.computeIfAbsent(row.number("child_id"), child -> new LinkedHashSet<>())
                        .add(OfferStore.name(row)));
        return names;
    }

    /** A map that a job has drafted. @param open whether it is still a draft */
    record Made(long id, int version, boolean open, String territory, long school) {}

    /** Those that are still there. */
    static List<Made> made(Tx tx, Collection<Long> maps) {
        return tx.list(
                "select m.id, m.version, m.state, c.territory, coalesce(c.school_id, 0) school from road_map m"
                        + Along.constraint("road_map_pk") + " join child c on c.id = m.child_id where m.id in (:maps)",
                Map.of("maps", maps),
                row -> new Made(
                        row.number("id"),
                        row.integer("version"),
                        row.text("state").equals("DRAFT"),
                        row.text("territory"),
                        row.number("school")));
    }

    /**
     * Deletes drafts with their goals, steps and history.
     *
     * @param versions by map, as they were read
     * @return those that somebody has changed meanwhile, which stay
     */
    static Set<Long> delete(Tx tx, Map<Long, Integer> versions) {
        List<Map<String, Object>> rows = versions.entrySet().stream()
                .map(map -> Map.<String, Object>of("id", map.getKey(), "version", map.getValue()))
                .toList();
        if (tx.batch("delete from road_map where id = :id and version = :version and state = 'DRAFT'", rows)
                == rows.size()) {
            return Set.of();
        }
        Set<Long> left = new LinkedHashSet<>();
        made(tx, versions.keySet()).forEach(map -> left.add(map.id()));
        return left;
    }
}
