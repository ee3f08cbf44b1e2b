package kz.jolkarta.registry.tasks;

import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Moves;

/** What has to be done about a child by a day. */
public enum TaskKind {
    /** What a withdrawn consent allowed is taken back; the record is the consent. */
    CONSENT_WITHDRAWN(true),
    /** A consent is to be given anew before it ends; the record is the consent. */
    CONSENT_EXPIRES(false),
    /** A category is to be confirmed before it ends; the record is the category's period. */
    CATEGORY_ENDS(false);

    private final boolean noted;

    TaskKind(boolean noted) {
        this.noted = noted;
    }

    /** Whether it is done only with a note on what was done. */
    public boolean noted() {
        return noted;
    }

    /** The kind in words. */
    public Message words() {
        return Message.of("task.kind." + Moves.code(this));
    }
}
