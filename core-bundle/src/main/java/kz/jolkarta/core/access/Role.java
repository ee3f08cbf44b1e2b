package kz.jolkarta.core.access;

import static kz.jolkarta.core.access.Right.*;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A bundle of rights; an account holds roles, each over a territory. */
public enum Role {
    /** Runs the node; sees no child. */
    ADMINISTRATOR(EnumSet.of(
            MEASURES_MANAGE,
            ACCOUNTS_MANAGE,
            AUDIT_READ,
            METRICS_READ,
            TERRITORIES_WRITE,
            PROGRAMME_WRITE,
            REPORTS_READ,
            RECORDS_READ,
            ORGANISATIONS_READ)),
    /** Keeps children and records of a territory. */
    COORDINATOR(EnumSet.of(
            CHILDREN_READ,
            CHILDREN_WRITE,
            CHILDREN_IMPORT,
            CHILDREN_EXPORT,
            ORGANISATIONS_READ,
            ORGANISATIONS_WRITE,
            RECORDS_READ,
            RECORDS_WRITE,
            REPORTS_READ)),
    /** Approves awards and sets quotas of a territory. */
    APPROVER(EnumSet.of(CHILDREN_READ, ORGANISATIONS_READ, RECORDS_READ, AWARDS_APPROVE, QUOTAS_WRITE, REPORTS_READ)),
    /** Reads and writes diagnostics, which are under a right of their own. */
    PSYCHOLOGIST(EnumSet.of(CHILDREN_READ, DIAGNOSTICS_READ, DIAGNOSTICS_WRITE, ORGANISATIONS_READ)),
    /** Figures only. */
    ANALYST(EnumSet.of(REPORTS_READ, ORGANISATIONS_READ)),
    AUDITOR(EnumSet.of(AUDIT_READ, REPORTS_READ));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = Collections.unmodifiableSet(rights);
    }

    public Set<Right> rights() {
        return rights;
    }

    /** Whether the role may be given over the pupils of one school in place of a territory. */
    public boolean overSchool() {
        return this == PSYCHOLOGIST;
    }

    /** The code in the database, in JSON and in the shell, e.g. {@code coordinator}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles with one of these rights. */
    public static List<Role> with(Collection<Right> rights) {
        return Stream.of(values())
                .filter(r -> !Collections.disjoint(r.rights, rights))
                .toList();
    }

    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
