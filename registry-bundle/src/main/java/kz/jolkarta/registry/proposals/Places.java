package kz.jolkarta.registry.proposals;

/**
 * Whether there is a place.
 *
 * @param left 0 unless some are counted
 */
record Places(State state, int left) {
    /** In the order in which proposals are preferred. */
    enum State {
        LEFT,
        UNLIMITED,
        /** No quota is set yet, or nothing is announced yet. */
        UNKNOWN,
        /** All are used up, so the child waits. */
        WAITING
    }

    static final Places UNLIMITED = new Places(State.UNLIMITED, 0);
    static final Places UNKNOWN = new Places(State.UNKNOWN, 0);

    static Places of(int left) {
        return left > 0 ? new Places(State.LEFT, left) : new Places(State.WAITING, 0);
    }
}
