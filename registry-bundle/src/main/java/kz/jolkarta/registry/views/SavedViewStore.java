package kz.jolkarta.registry.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The table of saved views. */
final class SavedViewStore {
    private static final String SELECT =
            "select v.id, v.name, v.page, v.query, v.owner_id, v.territory, v.version from saved_view v";

    private SavedViewStore() {}

    /** Those of the owner and all that anybody shares, by name. */
    static List<SavedView> list(Tx tx, String page, long owner) {
        return tx.list(
                SELECT + " where v.page = :page and (v.owner_id = :owner or v.territory <> '') order by v.name, v.id",
                Map.of("page", page, "owner", owner),
                SavedViewStore::view);
    }

    static long count(Tx tx, String page, long owner) {
        return tx.number(
                "select count(*) from saved_view where page = :page and owner_id = :owner",
                Map.of("page", page, "owner", owner));
    }

    static Optional<SavedView> find(Tx tx, long id) {
        return tx.one(SELECT + " where v.id = :id", Map.of("id", id), SavedViewStore::view);
    }

    static void insert(Tx tx, SavedView view, Instant now) {
        tx.update(
                "insert into saved_view (id, name, page, query, owner_id, territory, created_at)"
                        + " values (:id, :name, :page, :query, :owner, :territory, :now)",
                Map.of(
                        "id", view.id(),
                        "name", view.name(),
                        "page", view.page(),
                        "query", view.query(),
                        "owner", view.owner(),
                        "territory", view.territory(),
                        "now", now));
    }

    /** @return whether the row was still of that version */
    static boolean update(Tx tx, long id, int version, String name, String territory) {
        return tx.update(
                        "update saved_view set name = :name, territory = :territory, version = version + 1"
                                + " where id = :id and version = :version",
                        Map.of("id", id, "version", version, "name", name, "territory", territory))
                == 1;
    }

    static void delete(Tx tx, long id) {
        tx.update("delete from saved_view where id = :id", Map.of("id", id));
    }

    private static SavedView view(Row row) {
        return new SavedView(
                row.number("id"),
                row.text("name"),
                row.text("page"),
                row.text("query"),
                row.number("owner_id"),
                row.text("territory"),
                row.integer("version"));
    }
}
