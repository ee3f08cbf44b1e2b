package kz.jolkarta.registry.lineage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.registry.Position;

/**
 * A member of staff with the organisation. Members that are null are absent in JSON.
 *
 * @param name given only with the right to see organisations there
 */
public record Coach(
        long id,
        String name,
        Position position,
        long organisationId,
        String organisation,
        @JsonIgnore String territory) {
    Coach shown(User user) {
        return user.scope(Right.ORGANISATIONS_READ).covers(territory)
                ? this
                : new Coach(id, null, position, organisationId, organisation, territory);
    }
}
