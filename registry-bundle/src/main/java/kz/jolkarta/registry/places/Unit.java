package kz.jolkarta.registry.places;

import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.records.Orders;

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

    /** By code, so that a unit is followed by what belongs to it; or by the name in the reader's language, else in one that it has. */
    static Orders<Unit> orders(Language language) {
        return Orders.<Unit>of("", unit -> Long.parseLong(unit.code()), "code")
                .id("code")
                .text("name", "", unit -> SortKey.of(unit.name().in(language), "", ""));
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
    }
}
