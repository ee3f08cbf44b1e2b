package kz.jolkarta.registry.awards;

import java.time.Instant;

/**
 * An award that went from the queue of one region's quota into that of another, with what is needed to take it back.
 *
 * @param fromQuota null when it waited without a quota; likewise {@code toQuota}
 * @param placed whether it found a place at once
 * @param fromPool the pool it left, before and after; null without a quota; likewise {@code toPool}
 * @param versionAfter the award's version after the move
 */
public record QueueShift(
        long award,
        String from,
        String to,
        Long fromQuota,
        Long toQuota,
        Instant waitingSince,
        boolean placed,
        Steps fromPool,
        Steps toPool,
        int versionAfter) {
    /**
     * How far a pool's record went.
     *
     * @param alone whether nobody else got a place by these steps
     */
    public record Steps(int before, int taken, int after, boolean alone) {
        /** Whether nothing came after them and nobody else lives on them, so that they can be taken back. */
        boolean untouched(int events) {
            return alone && after == events;
        }
    }
}
