package kz.jolkarta.registry.consents;

import java.time.LocalDate;
import kz.jolkarta.core.registry.ConsentPurpose;

/**
 * A version of the text that consents of a purpose are given on.
 *
 * @param number of the version within the purpose, from 1; what a consent names as its template
 * @param publishedOn null for a draft
 * @param version for optimistic locking
 */
public record ConsentTemplate(
        long id,
        ConsentPurpose purpose,
        int number,
        State state,
        LocalDate publishedOn,
        ConsentContent content,
        int version) {
    /** A published one never changes. */
    public enum State {
        DRAFT,
        PUBLISHED
    }
}
