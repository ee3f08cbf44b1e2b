package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.http.Json;

/** The earlier maps that an approval closed, kept with it as JSON: their versions after it by id. */
final class Superseded {
    private Superseded() {}

    static String json(List<MapMoveStore.Holding> closed) {
        Map<String, Object> versions = new LinkedHashMap<>();
        closed.forEach(map -> versions.put(String.valueOf(map.id()), map.version() + 1));
        try {
            return versions.isEmpty() ? "" : Json.mapper().writeValueAsString(versions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<Long, Integer> versions(String json) {
        Map<Long, Integer> versions = new HashMap<>();
        if (!json.isEmpty()) {
            Content.read(json).forEach((id, version) -> versions.put(Long.valueOf(id), ((Number) version).intValue()));
        }
        return versions;
    }
}
