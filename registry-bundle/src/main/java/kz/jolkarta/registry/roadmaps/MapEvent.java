package kz.jolkarta.registry.roadmaps;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A change of a road map. Members that are null are absent in JSON.
 *
 * @param mapVersion the map's version after the change
 * @param before the members that changed as they were
 * @param after the same as they are since
 * @param changedBy account; 0 when the platform did it by itself
 * @param login of that account as it was then
 */
public record MapEvent(
        long id,
        int mapVersion,
        History.Kind kind,
        Map<String, Object> before,
        Map<String, Object> after,
        long changedBy,
        String login,
        Instant changedAt) {
    public MapEvent {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
}
