package kz.jolkarta.registry.children;

import java.time.LocalDate;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Checks;

/**
 * A consent of the legal representative (Law № 94-V of 21.05.2013, article 8).
 *
 * @param representativeId who gave it
 * @param validTo the last day of its term; null without a term
 * @param withdrawnOn the day it was withdrawn
 * @param withdrawnBy the representative who withdrew it, as the application names them
 * @param withdrawalReason as the application gives it
 * @param deliverableId the only material that a consent to publicity is for; null for all
 * @param template number of the published version of the text it was given on; an older free text is kept
 */
public record ConsentEntry(
        Long id,
        Long representativeId,
        ConsentPurpose purpose,
        LocalDate givenOn,
        LocalDate validTo,
        LocalDate withdrawnOn,
        String template,
        Long deliverableId,
        String withdrawnBy,
        String withdrawalReason)
        implements Part {
    /** The form in use when none is named. */
    public static final String FORM = "1";

    public ConsentEntry {
        template = template == null || template.isBlank() ? FORM : template.strip();
    }

    @Override
    public void check(Checks checks, String at, LocalDate today) {
        checks.required(at + "purpose", purpose);
        checks.required(at + "givenOn", givenOn);
        PartRules.past(checks, at + "givenOn", givenOn, today);
        PartRules.span(checks, at + "validTo", givenOn, validTo);
        PartRules.past(checks, at + "withdrawnOn", withdrawnOn, today);
        PartRules.span(checks, at + "withdrawnOn", givenOn, withdrawnOn);
        PartRules.text(checks, at + "template", template, 40);
        boolean fits = deliverableId == null || purpose == null || purpose == ConsentPurpose.PUBLICITY;
        checks.that(fits, at + "deliverableId", "child.consent-material");
        PartRules.text(checks, at + "withdrawnBy", withdrawnBy, 300);
        PartRules.text(checks, at + "withdrawalReason", withdrawalReason, 500);
        boolean told = withdrawnOn != null || withdrawnBy == null && withdrawalReason == null;
        checks.that(told, at + "withdrawnOn", "consent.withdrawal-day");
    }

    ConsentEntry by(long representative) {
        return new ConsentEntry(
                id,
                representative,
                purpose,
                givenOn,
                validTo,
                withdrawnOn,
                template,
                deliverableId,
                withdrawnBy,
                withdrawalReason);
    }

    ConsentEntry withdrawn(Withdrawal how) {
        return new ConsentEntry(
                id,
                representativeId,
                purpose,
                givenOn,
                validTo,
                how.on(),
                template,
                deliverableId,
                how.by(),
                how.reason());
    }
}
