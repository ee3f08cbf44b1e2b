package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        boolean secondFactor,
        List<Grant> roles) {

    /**
     * @param territory KATO code, "" for the country; with a school the place of the school
     * @param school the organisation whose pupils the role is over; 0 for the whole territory
     */
    record Grant(Role role, String territory, long school) {
        Grant {
            Scope.prefix(territory);
        }

        Grant(Role role, String territory) {
            this(role, territory, 0);
        }

        /** As it is told and read in the shell: {@code coordinator}, {@code coordinator@230000000}, {@code psychologist@234010000/57}. */
        String text() {
            String place = territory.isEmpty() && school == 0 ? "" : "@" + territory;
            return role.code() + place + (school == 0 ? "" : "/" + school);
        }

        private Scope scope() {
            return school == 0 ? Scope.of(territory) : Scope.ofSchools(List.of(school));
        }

        /** A right that does not reach children by themselves reaches nothing of a school, and is not held then. */
        private boolean gives(Right right) {
            return school == 0 || right.ofChildren();
        }
    }

    Account {
        roles = List.copyOf(roles);
    }

    /** Where the account's roles lie, all together. */
    Scope reach() {
        return Scope.of(roles.stream().map(Grant::territory).toList());
    }

    /** KATO code of the smallest unit that all its roles lie in, whose keepers of accounts may change it; "" for the country. */
    String territory() {
        return roles.stream().map(Grant::territory).reduce(Account::common).orElse("");
    }

    /** The same unit, else the district or region of both. */
    private static String common(String one, String other) {
        if (one.equals(other) || one.isEmpty() || other.isEmpty()) {
            return one.equals(other) ? one : "";
        }
        return Stream.of(4, 2)
                .map(digits -> one.substring(0, digits))
                .filter(other::startsWith)
                .findFirst()
                .map(prefix -> prefix + "0".repeat(one.length() - prefix.length()))
                .orElse("");
    }

    /** Whether a role reaches a whole region or more. */
    boolean wide() {
        return roles.stream()
                .anyMatch(g -> g.school() == 0
                        && (g.territory().isEmpty() || g.territory().endsWith("0000000")));
    }

    boolean runsTheCountry() {
        return active
                && roles.stream()
                        .anyMatch(g ->
                                g.role() == Role.ADMINISTRATOR && g.territory().isEmpty());
    }

    User user() {
        Map<Right, Scope> rights = new EnumMap<>(Right.class);
        for (Grant grant : roles) {
            grant.role().rights().stream()
                    .filter(grant::gives)
                    .forEach(right -> rights.merge(right, grant.scope(), Scope::plus));
        }
        return new User(id, login, rights, language);
    }
}
