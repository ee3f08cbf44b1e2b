package kz.jolkarta.registry.organisations;

import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Query;

/**
 * Which organisations a list holds, by their names; an empty member means all.
 *
 * @param territory KATO code of a unit; all below it too
 * @param q words of the name, in any spelling
 * @param down from the last name to the first
 */
public record OrganisationFilter(
        Optional<OrganisationKind> kind, Optional<String> territory, Optional<Boolean> active, String q, boolean down) {
    /** @param sort {@code name} or {@code -name}; what was not asked for is null or blank */
    public static OrganisationFilter of(String kind, String territory, String active, String q, String sort) {
        return new OrganisationFilter(
                Choice.of(OrganisationKind.class, "kind", kind),
                Params.territory(territory),
                Params.flag("active", active),
                Params.text("q", q).orElse(""),
                Params.down("name", sort));
    }

    /** Open ones of a kind that a name finds. */
    static OrganisationFilter open(Optional<OrganisationKind> kind, Optional<String> territory, String q) {
        return new OrganisationFilter(kind, territory, Optional.of(true), q, false);
    }

    Query query(Scope scope) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and(wanted.condition("o.territory"))
                .and("o.kind = :kind", "kind", kind)
                .and("o.active = :active", "active", active);
        int word = 0;
        for (String part : Organisation.key(q).split(" ")) {
            query.and("o.name_key like :w" + word, "w" + word, part.isEmpty() ? "" : "%" + part + "%");
            word++;
        }
        return !q.isBlank() && Organisation.key(q).isEmpty() ? query.and("1 = 0") : query;
    }
}
