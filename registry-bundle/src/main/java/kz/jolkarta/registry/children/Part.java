package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/** One of the things a child has several of. Its id is given by the registry. */
public sealed interface Part
        permits CategoryPeriod, TalentEntry, Representative, ConsentEntry, AchievementEntry, DiagnosticEntry {
    Long id();

    /** Without what the registry adds when it is shown. */
    default Part stored() {
        return this;
    }

    /** @param at where it stands in what was sent, e.g. {@code talents[0].}; "" when it was sent alone */
    void check(Checks checks, String at, LocalDate today);
}
