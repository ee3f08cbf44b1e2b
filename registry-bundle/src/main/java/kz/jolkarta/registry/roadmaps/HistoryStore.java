package kz.jolkarta.registry.roadmaps;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Changes of road maps in the database. */
final class HistoryStore {
    private HistoryStore() {}

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "insert into road_map_change (id, road_map_id, map_version, kind, before_json, after_json, changed_by, login, changed_at)"
                        + " values (:id, :map, :version, :kind, :before, :after, :by, :login, :at)",
                rows);
    }

    /** Newest first. */
    static List<MapEvent> list(Tx tx, long map, Paging page) {
        Query query = new Query().and("h.road_map_id = :map", "map", map);
        if (!page.first()) {
            query.and("h.id < :kid", "kid", page.id());
        }
        return tx.list(
                "select h.id, h.map_version, h.kind, h.before_json, h.after_json, h.changed_by, h.login, h.changed_at"
                        + " from road_map_change h where " + query.where()
                        + " order by h.id desc" + page.fetch(),
                query.params(),
                row -> new MapEvent(
                        row.number("id"),
                        row.integer("map_version"),
                        row.value("kind", History.Kind.class),
                        row.optionalText("before_json").map(Content::read).orElse(Map.of()),
                        row.optionalText("after_json").map(Content::read).orElse(Map.of()),
                        row.number("changed_by"),
                        row.text("login"),
                        row.instant("changed_at")));
    }
}
