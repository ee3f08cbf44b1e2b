package kz.jolkarta.registry.awards;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An award that a child's leaving changes, with what is needed to take that back.
 *
 * @param state before; likewise {@code reason}, {@code quota}, {@code since} when it waits for a place, {@code holderKey} and {@code until}, all
 *     null for none
 * @param steps of the quota's places; null without a quota, and while nothing was given back
 * @param version of the award, after the change
 */
public record AwardShift(
        long award,
        String measure,
        String type,
        String territory,
        AwardState state,
        String reason,
        Long quota,
        Instant createdAt,
        Instant since,
        String holderKey,
        LocalDate until,
        QueueShift.Steps steps,
        int version) {
    AwardShift changed(QueueShift.Steps how) {
        return new AwardShift(
                award,
                measure,
                type,
                territory,
                state,
                reason,
                quota,
                createdAt,
                since,
                holderKey,
                until,
                how,
                version + 1);
    }
}
