package kz.jolkarta.registry.payments;

import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Moves;

/** States of a payment run; a decided one is final. */
public enum RunState {
    PROPOSED,
    APPROVED,
    REJECTED;

    Message message() {
        return Message.of("payment-run.state." + Moves.code(this));
    }
}
