package kz.jolkarta.core.internal.measure;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.time.OfficeClock;

/** The year an own page is asked for; the running one when none is. */
final class OwnPageYear {
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private OwnPageYear() {}

    /** @throws Problem INVALID for what is no year */
    static int of(String given, OfficeClock clock) {
        if (given == null || given.isBlank()) {
            return clock.today().getYear();
        }
        if (!given.matches("\\d{4}") || Integer.parseInt(given) < FIRST || Integer.parseInt(given) > LAST) {
            throw Problem.field("year", "page.year", FIRST, LAST);
        }
        return Integer.parseInt(given);
    }
}
