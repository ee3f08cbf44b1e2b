package kz.jolkarta.registry.awards;

import java.util.Optional;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;

/** How many awards of a kind one person may hold, held by a unique key in the database. */
final class Holding {
    private Holding() {}

    /** The key that only one award may have at a time; empty when there is no limit. */
    static Optional<String> key(String measure, AwardType type, AwardInput input, int year) {
        String person = input.childId() != null ? "c" + input.childId() : "s" + input.staffId();
        String kind = measure + "|" + type.code() + "|" + person;
        return switch (type.limit()) {
            case ANY -> Optional.empty();
            case ONE_A_YEAR -> Optional.of(kind + "|" + year);
            case ONE_AT_A_TIME, ONE_EVER -> Optional.of(kind);
        };
    }

    /** Refused and returned awards free the person; an ended one only for a kind that may be held again at once. */
    static boolean keeps(AwardType type, AwardState state) {
        return switch (state) {
            case REFUSED, RETURNED -> false;
            case ENDED -> type.limit() != Limit.ONE_AT_A_TIME;
            default -> true;
        };
    }
}
