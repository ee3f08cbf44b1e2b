package kz.jolkarta.registry.departures;

import kz.jolkarta.registry.records.Checks;

/** Why a child's record is put into the archive, or taken out of it: up to 500 characters. */
public record ArchiveInput(String reason) {
    public ArchiveInput {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID without a reason */
    void check() {
        Checks checks = new Checks();
        checks.required("reason", reason);
        checks.text("reason", reason, 500);
        checks.done();
    }
}
