package kz.jolkarta.registry.childpage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;

/** How the staff who are there for a child are called. */
final class TeamStore {
    private TeamStore() {}

    /** Numbers by the member's id; of those out of the scope and of those without one there is none. */
    static Map<Long, String> phones(Tx tx, Collection<Long> staff, Scope scope) {
        Map<Long, String> phones = new HashMap<>();
        if (!staff.isEmpty()) {
            tx.each(
                    "select s.id, s.phone from staff s join organisation o on o.id = s.organisation_id"
                            + " where s.id in (:ids) and s.phone is not null and " + scope.condition("o.territory"),
                    Map.of("ids", staff),
                    row -> phones.put(row.number("id"), row.text("phone")));
        }
        return phones;
    }
}
