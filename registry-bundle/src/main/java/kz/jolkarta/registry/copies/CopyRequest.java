package kz.jolkarta.registry.copies;

import kz.jolkarta.registry.records.Checks;

/**
 * A representative's request for what is held about the child.
 *
 * @param representativeId who asks, as registered
 * @param reason the request's day and number, or why the copy is made
 */
public record CopyRequest(Long representativeId, String reason) {
    public CopyRequest {
        reason = reason == null ? "" : reason.strip();
    }

    void check() {
        Checks checks = new Checks();
        checks.required("representativeId", representativeId);
        checks.required("reason", reason);
        checks.text("reason", reason, 300);
        checks.done();
    }
}
