package kz.jolkarta.registry.activities;

import kz.jolkarta.registry.records.Checks;

/** A code as it is entered for somebody who was at the session. */
public record CodeEntry(Long participation, String code) {
    void check() {
        Checks checks = new Checks();
        checks.required("participation", participation);
        checks.required("code", code);
        checks.text("code", code, 40);
        checks.done();
    }
}
