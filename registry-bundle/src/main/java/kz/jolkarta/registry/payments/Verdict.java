package kz.jolkarta.registry.payments;

import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Moves;

/** Whether an award is paid in a month, and if not, why; the first that applies. */
public enum Verdict {
    DUE,
    RETURNED,
    ENDED,
    NOT_ISSUED,
    /** No first day, or one after the first of the month. */
    NOT_BEGUN,
    /** Its last day lies before the month. */
    OVER,
    ARCHIVED,
    /** Finished or left the school before the month, or the post. */
    LEFT,
    /** Lives in another region than the one that pays the award: its move was never recorded. */
    MOVED,
    PAID,
    OTHER_SOURCE,
    NO_AMOUNT,
    /** The amount is in the index, which has no value for the month. */
    NO_INDEX,
    /** Does not meet what the kind of award demands on the first day of the month, e.g. since a category ended. */
    NOT_ENTITLED,
    /** Only of a line at its approval: it is not the amount that was proposed. */
    AMOUNT_CHANGED;

    Message message() {
        return Message.of("payment-run.stop." + Moves.code(this));
    }
}
