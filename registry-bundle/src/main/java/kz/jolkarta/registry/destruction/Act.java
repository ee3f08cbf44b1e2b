package kz.jolkarta.registry.destruction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * An act of destruction: what is or was destroyed, without saying whose.
 *
 * @param territory KATO code
 * @param children how many
 * @param contents rows by table that are deleted or emptied
 * @param proposedBy as the person signs in; likewise decidedBy
 * @param decidedBy null while it is not decided; likewise decidedAt
 * @param answer why it was refused; null otherwise
 */
public record Act(
        long id,
        String actNumber,
        LocalDate actDate,
        Ground ground,
        String territory,
        String reason,
        int children,
        Map<String, Long> contents,
        State state,
        String proposedBy,
        Instant proposedAt,
        String decidedBy,
        Instant decidedAt,
        String answer,
        int version,
        @JsonIgnore long proposer) {
    /** Where an act stands. */
    public enum State {
        PROPOSED,
        DONE,
        REFUSED
    }
}
