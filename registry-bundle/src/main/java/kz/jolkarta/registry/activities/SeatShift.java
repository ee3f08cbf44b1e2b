package kz.jolkarta.registry.activities;

import java.time.LocalDate;

/**
 * A place or a turn in an activity that lies ahead of a child that leaves, with what is needed to give it again.
 *
 * @param state of the participation before it is given back
 * @param reason that stood with it before; null for none
 * @param steps of the activity's seats; null for a mere application, and while nothing was given back
 * @param version of the participation, after it was given back
 */
public record SeatShift(
        long participation,
        long activity,
        String measure,
        String type,
        String title,
        LocalDate starts,
        ParticipationState state,
        String reason,
        Steps steps,
        int version) {
    /**
     * How far the record of the seats went.
     *
     * @param alone whether nobody else got the seat
     */
    public record Steps(int before, int taken, int after, boolean alone) {}

    SeatShift given(Steps how) {
        return new SeatShift(participation, activity, measure, type, title, starts, state, reason, how, version + 1);
    }
}
