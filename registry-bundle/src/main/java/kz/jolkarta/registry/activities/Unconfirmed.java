package kz.jolkarta.registry.activities;

import java.time.LocalDate;

/**
 * Somebody's presence that only the roll tells of. Members that are null are absent in JSON.
 *
 * @param name given only with the right to see the person
 * @param territory KATO code of the residence, or of the organisation
 */
public record Unconfirmed(
        long sessionId,
        LocalDate heldOn,
        String topic,
        long participationId,
        Long childId,
        Long staffId,
        String name,
        String territory) {
    Unconfirmed withoutName() {
        return new Unconfirmed(sessionId, heldOn, topic, participationId, childId, staffId, null, territory);
    }
}
