package kz.jolkarta.registry.residence;

import java.time.Instant;
import java.time.LocalDate;
import kz.jolkarta.registry.places.Place;

/**
 * A move from one place to another, done or asked for. Until it is done the receiving side is told the name and the district only. Members that
 * are null are absent in JSON.
 *
 * @param childId null for the receiving side until it is done
 * @param from for the receiving side the district until it is done
 * @param asking the side that asked; the other one answers
 * @param yours whether the caller is the one to answer
 */
public record Transfer(
        long id,
        Long childId,
        String name,
        Place from,
        Place to,
        Long schoolId,
        Integer grade,
        LocalDate onDay,
        String reason,
        Side asking,
        State state,
        String answer,
        boolean yours,
        Instant askedAt,
        Instant decidedAt,
        int version) {
    /** Who hands the child over, and who takes it in. */
    public enum Side {
        SENDER,
        RECEIVER
    }

    /** States of a move. */
    public enum State {
        REQUESTED,
        DONE,
        REFUSED,
        UNDONE
    }
}
