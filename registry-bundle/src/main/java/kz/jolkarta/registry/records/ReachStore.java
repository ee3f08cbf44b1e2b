package kz.jolkarta.registry.records;

import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/** Where children are, whoever asks; nobody is shown what comes from here. */
final class ReachStore {
    private ReachStore() {}

    static Optional<Whereabouts> child(Tx tx, long id) {
        return tx.one(
                "select territory, school_id from child where id = :id and destroyed_on is null",
                Map.of("id", id),
                ReachStore::where);
    }

    /** Whether the child lived in the scope before. */
    static boolean movedAway(Tx tx, long id, Scope scope) {
        return tx.number(
                        "select count(*) from child_residence r where r.child_id = :id"
                                + " and not exists (select 1 from child d where d.id = :id and d.destroyed_on is not null) and "
                                + scope.condition("r.territory"),
                        Map.of("id", id))
                > 0;
    }

    static Optional<Whereabouts> ofRoadMap(Tx tx, long id) {
        return tx.one(
                "select c.territory, c.school_id from road_map m join child c on c.id = m.child_id where m.id = :id and c.destroyed_on is null",
                Map.of("id", id),
                ReachStore::where);
    }

    private static Whereabouts where(Row row) {
        return new Whereabouts(
                row.text("territory"), row.optionalNumber("school_id").orElse(0L));
    }
}
