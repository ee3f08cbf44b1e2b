package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** Goals of road maps in the database. */
final class GoalStore {
    private GoalStore() {}

    /** Goals by map, in their order; a map without goals is not in it. */
    static Map<Long, List<Goal>> of(Tx tx, Collection<Long> maps) {
        Map<Long, List<Goal>> goals = new LinkedHashMap<>();
        tx.each(
                "select g.id, g.road_map_id, g.title, g.expected,"
                        + " (select count(*) from road_map_step s where s.road_map_id = g.road_map_id and s.goal_id = g.id"
                        + " and s.state <> 'DROPPED') steps,"
                        + " (select count(*) from road_map_step s where s.road_map_id = g.road_map_id and s.goal_id = g.id"
                        + " and s.state = 'DONE') done"
                        + " from road_map_goal g" + Along.constraint("road_map_goal_map_fk")
                        + " where g.road_map_id in (:maps) order by g.road_map_id, g.ordinal, g.id",
                Map.of("maps", maps),
                row -> goals.computeIfAbsent(row.number("road_map_id"), map -> new ArrayList<>())
                        .add(new Goal(
                                row.number("id"),
                                row.text("title"),
                                row.optionalText("expected").orElse(null),
                                row.integer("steps"),
                                row.integer("done"))));
        return goals;
    }

    static Map<String, Object> row(long id, long map, int ordinal, GoalInput input) {
        Map<String, Object> params = params(id, input);
        params.put("map", map);
        params.put("ordinal", ordinal);
        return params;
    }

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        tx.batch(
                "insert into road_map_goal (id, road_map_id, ordinal, title, expected)"
                        + " values (:id, :map, :ordinal, :title, :expected)",
                rows);
    }

    static void update(Tx tx, long id, GoalInput input) {
        tx.update("update road_map_goal set title = :title, expected = :expected where id = :id", params(id, input));
    }

    /** Its steps stay, without a goal. */
    static void delete(Tx tx, long map, long id) {
        tx.update(
                "update road_map_step set goal_id = null where road_map_id = :map and goal_id = :id",
                Map.of("map", map, "id", id));
        tx.update("delete from road_map_goal where id = :id", Map.of("id", id));
    }

    private static Map<String, Object> params(long id, GoalInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("title", input.title().strip());
        params.put("expected", input.expected() == null || input.expected().isBlank() ? null : input.expected());
        return params;
    }
}
