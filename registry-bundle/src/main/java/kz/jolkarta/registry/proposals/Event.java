package kz.jolkarta.registry.proposals;

import java.time.LocalDate;

/**
 * An activity that is ahead.
 *
 * @param seats left; null when they are not limited
 */
record Event(long id, String title, String territory, LocalDate starts, LocalDate ends, Integer seats) {
    boolean free() {
        return seats == null || seats > 0;
    }
}
