package kz.jolkarta.registry.organisations;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** The table of organisations. */
public final class OrganisationStore {
    private static final String SELECT =
            "select o.id, o.kind, o.name, o.name_key, o.bin, o.territory, o.address, o.small_school, o.resource_school,"
                    + " o.active, o.director, o.opened_on, o.closed_on, o.capacity, o.ground, o.version from organisation o";

    private OrganisationStore() {}

    static Optional<Organisation> find(Tx tx, long id, Scope scope) {
        return tx.one(
                SELECT + " where o.id = :id and " + scope.condition("o.territory"),
                Map.of("id", id),
                OrganisationStore::organisation);
    }

    static List<Organisation> list(Tx tx, Query query, boolean down, Paging page) {
        query.after(page, "o.name_key", "o.id", down);
        String order = down ? "o.name_key desc, o.id desc" : "o.name_key, o.id";
        return tx.list(
                SELECT + " where " + query.where() + " order by " + order + page.fetch(),
                query.params(),
                OrganisationStore::organisation);
    }

    /** KATO code of the place of a school; empty for any other organisation. */
    static Optional<String> school(Tx tx, long id) {
        return tx.one(
                "select territory from organisation where id = :id and kind = :kind",
                Map.of("id", id, "kind", OrganisationKind.SCHOOL),
                row -> row.text("territory"));
    }

    /** One of the same kind and name in the same place, other than this one. */
    static Optional<Long> same(Tx tx, Organisation organisation, long id) {
        return tx
                .list(
                        "select id from organisation where territory = :territory and kind = :kind and name_key = :key"
                                + " and id <> :id",
                        Map.of(
                                "territory",
                                organisation.code(),
                                "kind",
                                organisation.kind(),
                                "key",
                                organisation.nameKey(),
                                "id",
                                id),
                        row -> row.number("id"))
                .stream()
                .findFirst();
    }

    static void insert(Tx tx, long id, Organisation organisation, Optional<Long> importId, Instant now) {
        tx.batch(INSERT, List.of(params(id, organisation, importId, now)));
    }

    private static final String INSERT =
            "insert into organisation (id, kind, name, name_key, bin, territory, address, small_school, resource_school,"
                    + " active, director, opened_on, closed_on, capacity, ground, import_id, created_at) values (:id, :kind, :name,"
                    + " :key, :bin, :territory, :address, :small, :resource, :active, :director, :opened, :closed,"
                    + " :capacity, :ground, :import, :now)";

    /** @return whether the row was still of that version */
    static boolean update(Tx tx, long id, int version, Organisation organisation) {
        Map<String, Object> params = params(id, organisation, Optional.empty(), Instant.EPOCH);
        params.put("version", version);
        return tx.update(
                        "update organisation set kind = :kind, name = :name, name_key = :key, bin = :bin,"
                                + " territory = :territory, address = :address, small_school = :small,"
                                + " resource_school = :resource, active = :active, director = :director,"
                                + " opened_on = :opened, closed_on = :closed, capacity = :capacity, ground = :ground,"
                                + " version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    private static Organisation organisation(Row row) {
        return new Organisation(
                row.number("id"),
                row.value("kind", OrganisationKind.class),
                row.text("name"),
                row.optionalText("bin").orElse(null),
                Place.of(row.text("territory")),
                row.optionalText("address").orElse(null),
                row.flag("small_school"),
                row.flag("resource_school"),
                row.flag("active"),
                row.optionalText("director").orElse(null),
                row.optionalDate("opened_on").orElse(null),
                row.optionalDate("closed_on").orElse(null),
                row.optionalNumber("capacity").map(Long::intValue).orElse(null),
                row.optionalText("ground").orElse(null),
                row.integer("version"));
    }

    private static Map<String, Object> params(
            long id, Organisation organisation, Optional<Long> importId, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("kind", organisation.kind());
        params.put("name", organisation.name());
        params.put("key", organisation.nameKey());
        params.put("bin", organisation.bin());
        params.put("territory", organisation.code());
        params.put("address", organisation.address());
        params.put("small", organisation.smallSchool());
        params.put("resource", organisation.resourceSchool());
        params.put("active", organisation.active());
        params.put("director", organisation.director());
        params.put("opened", organisation.openedOn());
        params.put("closed", organisation.closedOn());
        params.put("capacity", organisation.capacity());
        params.put("ground", organisation.ground());
        params.put("import", importId);
        params.put("now", now);
        return params;
    }
}
