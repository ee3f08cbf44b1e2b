package kz.jolkarta.registry.places;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.i18n.Text;

/**
 * A territorial unit as it is kept.
 *
 * @param code KATO code of 9 digits
 * @param parent code of the unit above, "" for a region
 * @param rural empty for units that are no settlements
 * @param name today's; a language without one is ""
 * @param to the last day it existed; empty while it does
 * @param formerly the region that a region was split off from
 */
record Unit(
        String code,
        String parent,
        UnitKind kind,
        Optional<Boolean> rural,
        Text name,
        LocalDate from,
        Optional<LocalDate> to,
        Optional<String> formerly,
        int version) {
    static final String CODE = "\\d{9}";

    Unit {
        if (!code.matches(CODE) || !parent.isEmpty() && !parent.matches(CODE)) {
            throw new IllegalArgumentException("not a KATO code: " + code + ", " + parent);
        }
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
    }
}
