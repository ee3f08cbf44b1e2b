package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What stands in a cell of a report.
 *
 * @param value absent unless there is something to show: a count, tenge with two decimals, per cent with one
 */
record Cell(State state, Optional<BigDecimal> value) {
    /** Why a cell shows what it shows. */
    enum State {
        VALUE,
        /** The measure is carried out and was reported on, and this is truly 0. */
        ZERO,
        /** This node, or the region, does not carry out the measure. */
        NOT_RUN,
        /** The measure is not for the region: the ministry's own, or for regions with a centre. */
        NOT_APPLICABLE,
        /** The node carries it out, but nothing was recorded for the territory in the year. */
        NOT_REPORTED,
        /** So few persons that they could be recognised, and the reader has no right to persons. */
        SUPPRESSED
    }

    static final Cell NOT_REPORTED = new Cell(State.NOT_REPORTED, Optional.empty());
    static final Cell SUPPRESSED = new Cell(State.SUPPRESSED, Optional.empty());

    static Cell of(BigDecimal value) {
        return new Cell(value.signum() == 0 ? State.ZERO : State.VALUE, Optional.of(value));
    }

    /** The same state and the same value, however many zeros it ends in. */
    boolean same(Cell other) {
        return state == other.state
                && value.isPresent() == other.value.isPresent()
                && (value.isEmpty() || value.get().compareTo(other.value.get()) == 0);
    }
}
