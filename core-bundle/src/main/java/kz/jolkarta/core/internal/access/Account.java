package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;

/** An account with its roles. */
record Account(
        long id,
        String login,
        String name,
        boolean mustChange,
        Optional<Instant> lockedUntil,
        boolean active,
        Language language,
        int version,
        List<Grant> roles) {

    /** @param territory KATO code, "" for the country */
    record Grant(Role role, String territory) {
        Grant {
            Scope.prefix(territory);
        }
    }

    Account {
        roles = List.copyOf(roles);
    }

    /** Where the account's roles lie, all together. */
    Scope reach() {
        return Scope.of(roles.stream().map(Grant::territory).toList());
    }

    boolean runsTheCountry() {
        return active
                && roles.stream()
                        .anyMatch(g ->
                                g.role() == Role.ADMINISTRATOR && g.territory().isEmpty());
    }

    User user() {
        Map<Right, List<String>> where = new EnumMap<>(Right.class);
        for (Grant grant : roles) {
            for (Right right : grant.role().rights()) {
                where.computeIfAbsent(right, r -> new ArrayList<>()).add(grant.territory());
            }
        }
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        where.forEach((right, territories) -> rights.put(right, Scope.of(territories)));
        return new User(id, login, rights, language);
    }
}
