package kz.jolkarta.registry.activities;

import kz.jolkarta.registry.records.Checks;

/** A wish for a new code of a session. @param minutes how long it is taken, 1 to 240; 15 when not given */
public record CodeWish(Integer minutes) {
    public CodeWish {
        minutes = minutes == null ? 15 : minutes;
    }

    void check() {
        Checks checks = new Checks();
        checks.range("minutes", minutes, 1, 240);
        checks.done();
    }
}
