package kz.jolkarta.reporting;

import java.util.List;

/**
 * Whether a revision is what was handed in.
 *
 * @param key id of the key that signed it, "" when none did
 * @param ownKey whether that is this node's
 * @param flaws what is damaged, none when it is whole
 */
record Verification(State state, String key, boolean ownKey, List<Flaw> flaws) {
    enum State {
        WHOLE,
        DAMAGED,
        /** It was handed in before reports were signed; its content fits its hash. */
        UNSIGNED
    }

    enum Kind {
        /** The content is not what its hash says. */
        CONTENT,
        /** The content was not signed with the key that is named. */
        SIGNATURE,
        /** What is shown to those who may not see children was not signed with it. */
        OPEN_CONTENT,
        /** Rows behind the figure are gone, or not what their hash says. */
        ROWS,
        /** The rows behind the figure make another value. */
        VALUE,
        /** A file is gone, or not what its hash says; the figure's place names the file. */
        ATTACHMENT
    }

    /** @param measure "" when it is not about a figure */
    record Flaw(Kind kind, String measure, String indicator) {
        static Flaw of(Kind kind) {
            return new Flaw(kind, "", "");
        }
    }
}
