package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** How the children of a page of a list stand with their road maps, in one query. */
public final class MapStandingStore {
    private static final int MANY = 500;

    private static final String STEPS =
            ", (select count(*) from road_map_step t where t.road_map_id = m.id and t.state <> 'DROPPED') steps,"
                    + " (select count(*) from road_map_step t where t.road_map_id = m.id and t.state = 'DONE') done";

    private MapStandingStore() {}

    /** @param steps of the map without the dropped ones @param done how many of them are */
    public record Stand(MapStanding standing, int steps, int done) {}

    /** By child, of the school year that runs today; who has no map is not in it. */
    public static Map<Long, Stand> of(Tx tx, Collection<Long> children, LocalDate today) {
        Map<Long, Stand> found = new HashMap<>();
        if (!children.isEmpty()) {
            tx.each(
                    "select m.child_id, m.state, case when " + RoadMapFilter.OVERDUE + " then 1 else 0 end overdue"
                            + STEPS + " from road_map m" + Along.constraint("road_map_child")
                            + " where m.child_id in (:ids) and m.school_year = :year",
                    Map.of("ids", children, "year", SchoolYear.of(today).begins(), "today", today),
                    row -> found.put(
                            row.number("child_id"),
                            new Stand(standing(row), row.integer("steps"), row.integer("done"))));
        }
        return found;
    }

    private static MapStanding standing(Row row) {
        return row.number("overdue") == 1
                ? MapStanding.OVERDUE
                : MapStanding.valueOf(row.value("state", RoadMapState.class).name());
    }

    /** Ids of the maps of children in the school year that runs today, one query for some hundreds of them. */
    static List<Long> maps(Tx tx, Collection<Long> children, LocalDate today) {
        List<Long> all = children.stream().distinct().toList();
        List<Long> maps = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MANY) {
            maps.addAll(tx.list(
                    "select id from road_map" + Along.constraint("road_map_child")
                            + " where child_id in (:ids) and school_year = :year",
                    Map.of(
                            "ids",
                            all.subList(from, Math.min(all.size(), from + MANY)),
                            "year",
                            SchoolYear.of(today).begins()),
                    row -> row.number("id")));
        }
        return maps;
    }
}
