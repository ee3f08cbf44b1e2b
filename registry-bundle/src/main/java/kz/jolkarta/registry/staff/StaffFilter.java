package kz.jolkarta.registry.staff;

import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Query;

/**
 * Which members of staff a list holds, by their names; an empty member means all.
 *
 * @param q the beginning of surname, given name and patronymic, in any spelling
 * @param down from the last name to the first
 */
record StaffFilter(Optional<Long> organisation, Optional<Position> position, String q, boolean down) {
    /** @param sort {@code name} or {@code -name}; what was not asked for is null or blank */
    static StaffFilter of(String organisation, String position, String q, String sort) {
        return new StaffFilter(
                Params.number("organisation", organisation),
                Choice.of(Position.class, "position", position),
                Params.text("q", q).orElse(""),
                Params.down("name", sort));
    }

    Query query(Scope scope) {
        String key = NameKey.of(q);
        Query query = new Query()
                .and(scope.condition("o.territory"))
                .and("s.organisation_id = :organisation", "organisation", organisation)
                .and("s.position = :position", "position", position);
        if (!key.isEmpty()) {
            return query.and("s.name_key >= :q and s.name_key < :qEnd")
                    .with("q", key)
                    .with("qEnd", NameKey.end(key));
        }
        return q.isBlank() ? query : query.and("1 = 0");
    }
}
