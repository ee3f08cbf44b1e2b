package kz.jolkarta.registry.tasks;

import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Moves;

/** What has to be done by a day, about a child or about a region's report. */
public enum TaskKind {
    /** What a withdrawn consent allowed is taken back; the record is the consent. */
    CONSENT_WITHDRAWN(true),
    /** A consent is to be given anew before it ends; the record is the consent. */
    CONSENT_EXPIRES(false),
    /** A category is to be confirmed before it ends; the record is the category's period. */
    CATEGORY_ENDS(false),
    /** A region's report is to be handed in; the record is the reminder. */
    REPORT_DUE(false);

    private final boolean noted;

    TaskKind(boolean noted) {
        this.noted = noted;
    }

    /** Whether it is done only with a note on what was done. */
    public boolean noted() {
        return noted;
    }

    /** Whether it is done by what happens, and never by hand. */
    public boolean byItself() {
        return this == REPORT_DUE;
    }

    /** The kind in words. */
    public Message words() {
        return Message.of("task.kind." + Moves.code(this));
    }
}
