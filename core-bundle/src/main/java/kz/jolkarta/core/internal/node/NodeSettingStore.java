package kz.jolkarta.core.internal.node;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.jolkarta.core.db.Tx;

/** The table {@code node_setting}. */
final class NodeSettingStore {
    Map<String, String> all(Tx tx) {
        Map<String, String> found = new LinkedHashMap<>();
        tx.each(
                "select code, content from node_setting",
                Map.of(),
                row -> found.put(row.text("code"), row.text("content")));
        return found;
    }

    /** @param content "" takes the setting away */
    void put(Tx tx, String code, String content, Instant now) {
        tx.update("delete from node_setting where code = :code", Map.of("code", code));
        if (!content.isEmpty()) {
            tx.update(
                    "insert into node_setting (code, content, changed_at) values (:code, :content, :now)",
                    Map.of("code", code, "content", content, "now", now));
        }
    }
}
