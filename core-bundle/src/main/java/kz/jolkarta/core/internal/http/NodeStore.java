package kz.jolkarta.core.internal.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.jolkarta.core.db.Database;

/** What the node's own pages ask of the database. */
final class NodeStore {
    private final Database database;

    NodeStore(Database database) {
        this.database = database;
    }

    /** Asks for next to nothing, only to be answered. */
    void ask() {
        database.read(tx -> tx.number("select count(*) from account where id = 0", Map.of()));
    }

    /** Numbers of jobs by the labels of their kind and state. */
    Map<String, Long> jobs() {
        return database.read(tx -> {
            Map<String, Long> found = new TreeMap<>();
            tx.each(
                    "select kind, state, count(*) as jobs from job group by kind, state",
                    Map.of(),
                    row -> found.put(
                            "kind=\"" + row.text("kind") + "\",state=\""
                                    + row.text("state").toLowerCase(Locale.ROOT) + "\"",
                            row.number("jobs")));
            return found;
        });
    }
}
