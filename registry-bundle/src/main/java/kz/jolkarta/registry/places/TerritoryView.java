package kz.jolkarta.registry.places;

import java.time.LocalDate;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;

/**
 * A territorial unit in JSON; what may be null is left out.
 *
 * @param name in the caller's language
 * @param formerly the region it was split off from
 */
public record TerritoryView(
        String code,
        String parent,
        UnitKind kind,
        Boolean rural,
        String name,
        Text names,
        LocalDate validFrom,
        LocalDate validTo,
        String formerly,
        int version) {
    static TerritoryView of(Unit unit, Language language) {
        return new TerritoryView(
                unit.code(),
                unit.parent().isEmpty() ? null : unit.parent(),
                unit.kind(),
                unit.rural().orElse(null),
                unit.name().in(language),
                unit.name(),
                unit.from(),
                unit.to().orElse(null),
                unit.formerly().orElse(null),
                unit.version());
    }
}
