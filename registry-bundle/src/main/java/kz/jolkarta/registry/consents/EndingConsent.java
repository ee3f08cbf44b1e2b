package kz.jolkarta.registry.consents;

import java.time.LocalDate;
import kz.jolkarta.core.registry.ConsentPurpose;

/**
 * A consent that ends, or a child without one.
 *
 * @param name of the child
 * @param territory KATO code of where the child lives
 * @param school name; null without a school
 * @param consentId null for a child without a consent
 * @param validTo the last day; null as above
 */
public record EndingConsent(
        long childId,
        String name,
        String territory,
        String school,
        ConsentPurpose purpose,
        Long consentId,
        LocalDate validTo) {}
