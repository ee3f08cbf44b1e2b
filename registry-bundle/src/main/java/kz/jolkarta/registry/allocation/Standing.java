package kz.jolkarta.registry.allocation;

import java.util.Optional;

/**
 * How a pool stands.
 *
 * @param places empty when there is no limit
 * @param taken how many have a place
 * @param events how many events are written
 */
public record Standing(Pool pool, Optional<Integer> places, int taken, int events) {
    /** An activity without a limit has nobody wait, so that nothing needs to be written down. */
    boolean kept() {
        return places.isPresent() || events > 0;
    }

    public int free() {
        return places.map(n -> n - taken).orElse(Integer.MAX_VALUE);
    }

    Standing withOneLess() {
        return new Standing(pool, places, taken - 1, events);
    }
}
