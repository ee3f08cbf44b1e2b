package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.registry.records.Checks;

/**
 * A category of the child's family with the document it rests on.
 *
 * @param validTo the last day; null while open
 */
public record CategoryPeriod(
        Long id,
        Category category,
        String groundKind,
        String groundNumber,
        LocalDate groundDate,
        LocalDate validFrom,
        LocalDate validTo)
        implements Part {
    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "category", category);
        checks.required(at + "validFrom", validFrom);
        PartRules.text(checks, at + "groundKind", groundKind, 100);
        PartRules.text(checks, at + "groundNumber", groundNumber, 100);
        PartRules.past(checks, at + "groundDate", groundDate, today);
        PartRules.past(checks, at + "validFrom", validFrom, today);
        PartRules.span(checks, at + "validTo", validFrom, validTo);
    }

    boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
