package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A representative's application to withdraw a consent.
 *
 * @param by who applies
 * @param on day of the application; today when it is not given
 * @param reason as the application gives it
 */
public record Withdrawal(String by, LocalDate on, String reason) {
    Withdrawal checked(LocalDate today) {
        Checks checks = new Checks();
        checks.required("by", by);
        checks.required("reason", reason);
        PartRules.text(checks, "by", by, 300);
        PartRules.text(checks, "reason", reason, 500);
        PartRules.past(checks, "on", on, today);
        checks.done();
        return new Withdrawal(by.strip(), on == null ? today : on, reason.strip());
    }
}
