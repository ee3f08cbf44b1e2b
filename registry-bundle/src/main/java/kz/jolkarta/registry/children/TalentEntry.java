package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.records.Checks;

/**
 * An identified talent.
 *
 * @param subject the school subject or kind, e.g. mathematics, chess
 * @param proposedBy who proposed the child, in words
 */
public record TalentEntry(Long id, TalentField field, String subject, String proposedBy, LocalDate identifiedOn)
        implements Part {
    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "field", field);
        checks.required(at + "identifiedOn", identifiedOn);
        PartRules.text(checks, at + "subject", subject, 200);
        PartRules.text(checks, at + "proposedBy", proposedBy, 200);
        PartRules.past(checks, at + "identifiedOn", identifiedOn, today);
    }
}
