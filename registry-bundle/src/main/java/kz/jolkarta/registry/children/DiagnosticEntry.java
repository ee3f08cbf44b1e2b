package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A psychological diagnostic: results and conclusion, never the text of the test. It is under a right of its own.
 *
 * @param norm what the score is compared with
 * @param nextOn when to repeat it
 */
public record DiagnosticEntry(
        Long id,
        LocalDate heldOn,
        String method,
        String score,
        String norm,
        String conclusion,
        String psychologist,
        LocalDate nextOn)
        implements Part {
    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "heldOn", heldOn);
        checks.required(at + "method", method);
        PartRules.past(checks, at + "heldOn", heldOn, today);
        PartRules.text(checks, at + "method", method, 200);
        PartRules.text(checks, at + "score", score, 60);
        PartRules.text(checks, at + "norm", norm, 60);
        checks.text(at + "conclusion", conclusion, 2000);
        PartRules.text(checks, at + "psychologist", psychologist, 200);
        PartRules.span(checks, at + "nextOn", heldOn, nextOn);
    }
}
