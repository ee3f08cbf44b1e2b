package kz.jolkarta.core.internal.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.Schools;

/** Where roles are given: over a territory within the giver's reach, or over a school, which lies where the registry says. */
final class RolePlaces {
    private final AtomicReference<Schools> schools = new AtomicReference<>();

    void bind(Schools known) {
        schools.set(known);
    }

    void unbind(Schools known) {
        schools.compareAndSet(known, null);
    }

    /** Empty while no registry runs. */
    Optional<Schools> schools() {
        return Optional.ofNullable(schools.get());
    }

    /** Names of the schools that the accounts' roles are over, by id. */
    Map<Long, String> names(List<Account> of, Language language) {
        Set<Long> ids = of.stream()
                .flatMap(account -> account.roles().stream())
                .map(Account.Grant::school)
                .filter(id -> id != 0)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : schools().map(s -> s.names(ids, language)).orElse(Map.of());
    }

    /** @throws Problem FORBIDDEN for a role that reaches beyond the scope */
    static void within(Scope scope, List<Account.Grant> roles) {
        for (Account.Grant grant : roles) {
            if (!scope.covers(grant.territory())) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", grant.territory());
            }
        }
    }

    /**
     * Puts a role over a school where the school is, since who may give the role follows from the place.
     *
     * @throws Problem INVALID for an unknown school or a role that is not given over one; UNAVAILABLE while the registry is not there
     */
    List<Account.Grant> placed(List<Account.Grant> roles) {
        return roles.stream().map(this::placed).toList();
    }

    private Account.Grant placed(Account.Grant grant) {
        if (grant.school() == 0) {
            return grant;
        }
        if (!grant.role().overSchool()) {
            throw Problem.field("roles", "account.role-school");
        }
        Schools known = schools.get();
        if (known == null) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "account.schools-away");
        }
        String place = known.place(grant.school())
                .orElseThrow(() -> Problem.field("roles", "account.school-unknown", grant.school()));
        return new Account.Grant(grant.role(), place, grant.school());
    }
}
